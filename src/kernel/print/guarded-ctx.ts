/** What a printed form may read: a value that is hidden from the person refuses the form. */
import { seesField } from '../access/fields.ts'
import type { Person } from '../access/person.ts'
import type { Ctx } from '../action/ctx.ts'
import { fail } from '../base/fail.ts'
import type { Entity } from '../entity/entity.ts'
import type { Fields } from '../field/field.ts'

/** As the context, but its records answer only what the person sees. */
export function guardedCtx(ctx: Ctx, person: Person): Ctx {
  const guarded = <R>(entity: Entity, row: R): R => guardRow(entity.fields, row, person)
  return {
    ...ctx,
    find: async (entity, id, options) => guarded(entity, await ctx.find(entity, id, options)),
    list: async (entity, where, options) =>
      (await ctx.list(entity, where, options)).map((row) => guarded(entity, row)),
    first: async (entity, where, options) => {
      const row = await ctx.first(entity, where, options)
      return row && guarded(entity, row)
    },
  }
}

function guardRow<R>(fields: Fields, row: R, person: Person): R {
  const guarded = { ...(row as Record<string, unknown>) }
  for (const [name, field] of Object.entries(fields)) {
    const value = guarded[name]
    if (!seesField(field, person)) refuseReading(guarded, name, field.label ?? name)
    else if (field.of && Array.isArray(value)) {
      const lines = field.of.fields
      guarded[name] = value.map((line: unknown) => guardRow(lines, line, person))
    }
  }
  return guarded as R
}

function refuseReading(row: Record<string, unknown>, name: string, label: string): void {
  const get = () => fail('print.hidden', { field: label }, { status: 403 })
  Object.defineProperty(row, name, { get, enumerable: false })
}
