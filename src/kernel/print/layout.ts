/** A paper form of an entity: the module says what stands on it, the kernel sets the type. */
import type { StateOf } from '../action/action.ts'
import type { Ctx } from '../action/ctx.ts'
import { stateField, type Entity } from '../entity/entity.ts'
import type { Locale } from '../http/wire.ts'
import type { PrintForm } from './form.ts'

type Translate = (english: string) => string

export interface PrintLayout {
  name: string
  label: string
  entity: Entity
  /** States whose label stands across every page, e.g. of a draft. */
  marks: readonly string[]
  /** Answers the form in the given language; `t` translates English labels. */
  form(ctx: Ctx, id: string, locale: Locale, t: Translate): Promise<PrintForm>
}

interface Spec<E extends Entity> extends Omit<PrintLayout, 'entity' | 'marks'> {
  entity: E
  marks?: readonly StateOf<E>[]
}

export function definePrint<E extends Entity>(spec: Spec<E>): PrintLayout {
  const { marks = [], ...layout } = spec
  return { ...layout, marks }
}

/** The form as it is printed: marked where the state of the record asks for it. */
export async function formOf(
  layout: PrintLayout,
  ctx: Ctx,
  id: string,
  locale: Locale,
  t: Translate,
): Promise<PrintForm> {
  const form = await layout.form(ctx, id, locale, t)
  const mark = await markOf(layout, ctx, id)
  return mark === undefined ? form : { ...form, mark: t(mark) }
}

async function markOf(
  { entity, marks }: PrintLayout,
  ctx: Ctx,
  id: string,
): Promise<string | undefined> {
  const field = stateField(entity)
  if (!field || marks.length === 0) return undefined
  const row: Record<string, unknown> = { ...(await ctx.find(entity, id)) }
  const option = entity.fields[field]?.options?.find(({ value }) => value === row[field])
  return option && marks.includes(option.value) ? option.label : undefined
}
