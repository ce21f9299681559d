/** A paper form or labels of an entity: the module says what stands there, the kernel sets it. */
import { administrator, type Person } from '../access/person.ts'
import type { StateOf } from '../action/action.ts'
import type { Ctx } from '../action/ctx.ts'
import { stateField, type Entity } from '../entity/entity.ts'
import type { Locale } from '../http/wire.ts'
import { labelled } from '../field/f.ts'
import type { Fields } from '../field/field.ts'
import type { PrintForm } from './form.ts'
import type { LabelSheet } from './label-sheet.ts'

/** What the person chose of the layout's options. */
export type PrintWish = Readonly<Record<string, unknown>>

type Translate = (english: string) => string

export interface PrintLayout {
  name: string
  label: string
  entity: Entity
  /** States whose label stands across every page, e.g. of a draft. */
  marks: readonly string[]
  /** The company drew it itself, for the people of these roles; none: for all. */
  drawnFor?: readonly string[]
  /** What is asked before printing, e.g. how many copies. */
  options: Fields
  /** Answers the form in the given language; `t` translates English labels. */
  form?(ctx: Ctx, id: string, locale: Locale, t: Translate): Promise<PrintForm>
  /** Instead of a form: labels, as the person wishes them. */
  labels?(ctx: Ctx, id: string, voice: PrintVoice, wish: PrintWish): Promise<LabelSheet>
}

export interface PrintVoice {
  locale: Locale
  t: Translate
}

interface Spec<E extends Entity> extends Omit<PrintLayout, 'entity' | 'marks' | 'options'> {
  entity: E
  marks?: readonly StateOf<E>[]
  options?: Fields
}

export function definePrint<E extends Entity>(spec: Spec<E>): PrintLayout {
  const { marks = [], options = {}, ...layout } = spec
  return { ...layout, marks, options: labelled(options) }
}

/** Who may see the record may print it, with what a company drew for some roles these alone. */
export function mayPrintWith({ drawnFor }: PrintLayout, { roles }: Person): boolean {
  if (!drawnFor || drawnFor.length === 0 || roles.includes(administrator)) return true
  return drawnFor.some((role) => roles.includes(role))
}

/** The form as it is printed: marked where the state of the record asks for it. */
export async function formOf(
  layout: PrintLayout,
  ctx: Ctx,
  id: string,
  locale: Locale,
  t: Translate,
): Promise<PrintForm> {
  if (!layout.form) throw new Error(`${layout.name} prints no form`)
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
