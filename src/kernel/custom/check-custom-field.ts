/** Gives an added field its name, and keeps what records hold of it from losing its sense. */
import type { Ctx } from '../action/ctx.ts'
import { fail } from '../base/fail.ts'
import { sql } from '../db/sql.ts'
import type { Values } from '../entity/parse-draft.ts'
import { CustomField } from './custom-field.entity.ts'
import { customName } from './custom-name.ts'
import { refuseSameChoices } from './same-choices.ts'

type Facts = Record<string, unknown>

/** More would make every form and every filter of the entity unwieldy. */
const mostFields = 100

/** @throws {Refusal} `custom-field.…` at the field that lacks something */
export async function nameCustomField(ctx: Ctx, facts: Facts): Promise<void> {
  const row = facts.row as CustomField
  checkWhole(row)
  // Names of fields in the recycle bin stay taken: they may come back.
  const others = await ctx.sql<{ name: string }>(
    sql`select name from custom_field
      where tenant = ${ctx.tenant} and entity = ${row.entity} and id <> ${row.id}::uuid`,
  )
  if (others.length >= mostFields) fail('custom-field.too-many', { most: mostFields })
  const taken = others.map(({ name }) => name)
  await ctx.save(CustomField, row.id, { name: customName(row.label, taken) })
}

/** What records keep was checked as what the field was. */
export async function checkCustomField(_ctx: Ctx, facts: Facts): Promise<void> {
  const [row, before] = [facts.row as CustomField, facts.before as CustomField | undefined]
  checkWhole(row)
  for (const field of ['entity', 'kind', 'target'] as const)
    if (before && before[field] !== row[field]) fail('custom-field.stays', {}, { field })
}

function checkWhole({ kind, target, options }: CustomField): void {
  if (kind === 'ref' && !target) fail('field.required', {}, { field: 'target' })
  if ((kind === 'choice' || kind === 'choices') && options.length === 0)
    fail('custom-field.no-choices', {}, { field: 'options' })
  refuseSameChoices(options)
}

/** A choice is kept under the name that it had first. */
export function valuesOfChoices(row: Readonly<Values>): Values {
  const given = (row.options ?? []) as Values[]
  const taken = new Set(given.flatMap(({ value }) => (value ? [String(value)] : [])))
  const options = given.map((option) => {
    if (option.value) return option
    let value = String(option.label ?? '')
    for (let count = 2; taken.has(value); count += 1) value = `${String(option.label)} ${count}`
    taken.add(value)
    return { ...option, value }
  })
  return { options }
}
