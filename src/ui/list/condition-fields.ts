/** What a list can be filtered by: the fields of its records, and those of their lines. */
import type { EntityMeta, FieldMeta, HouseMeta, OptionMeta } from '#kernel/http/wire.ts'
import type { Where } from '#kernel/query/where.ts'
import { operatorsOf } from '#ui/field/condition.ts'

type Entities = HouseMeta['entities']

/** Fields of lines are named 'lines.product'; a condition on them holds for at least one line. */
export function conditionFields(meta: EntityMeta, entities: Entities): FieldMeta[] {
  const ofLines = meta.fields.flatMap((held) =>
    held.kind === 'lines' ? lineFields(held, entities) : [],
  )
  const namesEntity = new Set(meta.fields.map(({ targetIn }) => targetIn))
  const own = meta.fields.map((field) =>
    namesEntity.has(field.name) ? { ...field, options: kindsOf(entities) } : field,
  )
  return [...own, ...ofLines].filter((field) => operatorsOf(field).length > 0)
}

/** A field that holds the name of a kind of record says it in words. */
function kindsOf(entities: Entities): OptionMeta[] {
  const kinds = Object.values(entities).filter(({ isLine }) => !isLine)
  return kinds.map(({ name, label }) => ({ value: name, label: label.many }))
}

function lineFields(held: FieldMeta, entities: Entities): FieldMeta[] {
  const fields = entities[held.target ?? '']?.fields ?? []
  const isOfRecord = ({ target }: FieldMeta) => !target || entities[target]?.isLine === false
  return fields.filter(isOfRecord).map((field) => ({
    ...field,
    name: `${held.name}.${field.name}`,
    label: `${held.label} · ${field.label}`,
  }))
}

/** Conditions on a record of any entity name that entity beside it: both are one to a person. */
export function ofPointer(field: FieldMeta, where: Where): FieldMeta {
  const target = field.targetIn ? where[field.targetIn] : undefined
  return typeof target === 'string' ? { ...field, target } : field
}
