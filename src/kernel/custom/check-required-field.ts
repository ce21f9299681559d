/** Only what people fill in themselves can be made required. */
import type { Ctx } from '../action/ctx.ts'
import { fail } from '../base/fail.ts'
import { mayBeRequired } from './may-be-required.ts'
import type { RequiredField } from './required-field.entity.ts'

/** @throws {Refusal} `required-field.no-such-field` */
export async function checkRequiredField(
  ctx: Ctx,
  { row }: Record<string, unknown>,
): Promise<void> {
  const { entity, field } = row as RequiredField
  const known = ctx.fieldsOf(entity)
  const declared = Object.hasOwn(known, field) ? known[field] : undefined
  if (!declared || declared.extra || !mayBeRequired(declared))
    fail('required-field.no-such-field', { field }, { field: 'field' })
}
