/** Keeps a company's list of choices usable: of a declared field, no name twice, one to choose. */
import type { Ctx } from '../action/ctx.ts'
import { fail } from '../base/fail.ts'
import type { ChoiceList } from './choice-list.entity.ts'
import { refuseSameChoices } from './same-choices.ts'

/** @throws {Refusal} `choice-list.…` at the choice */
export async function checkChoiceList(ctx: Ctx, { row }: Record<string, unknown>): Promise<void> {
  const { entity, field, options } = row as ChoiceList
  const declared = ctx.fieldsOf(entity)[field]
  if (!declared?.ownChoices) fail('choice-list.no-such-field', { field }, { field: 'field' })
  const known = (declared.options ?? []).map(({ value }) => value)
  const strange = options.findIndex(({ value }) => value === null || !known.includes(value))
  if (declared.ownChoices === 'named' && strange !== -1)
    fail('choice-list.closed', {}, { field: `options.${strange}.label` })
  refuseSameChoices(options)
  // An empty list is the declared one.
  if (options.length > 0 && options.every(({ hidden }) => hidden))
    fail('choice-list.none-left', {}, { field: 'options' })
}
