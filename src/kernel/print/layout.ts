/** A paper form of an entity: the module says what stands on it, the kernel sets the type. */
import type { Ctx } from '../action/ctx.ts'
import type { Entity } from '../entity/entity.ts'
import type { Locale } from '../http/wire.ts'
import type { PrintForm } from './form.ts'

export interface PrintLayout {
  name: string
  label: string
  entity: Entity
  /** Answers the form in the given language; `t` translates English labels. */
  form(ctx: Ctx, id: string, locale: Locale, t: (english: string) => string): Promise<PrintForm>
}

export function definePrint(layout: PrintLayout): PrintLayout {
  return layout
}
