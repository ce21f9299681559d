/** Which filters stand above a list without asking: state, grade, people, then the first date. */
import type { EntityMeta, FieldMeta } from '#kernel/http/wire.ts'
import type { FieldWhere } from '#kernel/query/where.ts'
import { fieldNamed } from './list-state.ts'

const most = 4

function rank(field: FieldMeta): number | undefined {
  switch (field.kind) {
    case 'state':
      return 0
    case 'choice':
      return 1
    case 'person':
      return 2
    case 'ref':
      return 3
    case 'date':
      return 4
    default:
      return undefined
  }
}

/** In the order of the list's columns; the least usual kinds give way. */
export function quickFields(meta: EntityMeta): FieldMeta[] {
  const shown = [...meta.list.columns, ...meta.fields.map(({ name }) => name)]
  const fields = [...new Set(shown)].flatMap((name) => fieldNamed(meta, name) ?? [])
  const inList = new Set(meta.list.columns)
  const fit = fields.filter((field) => {
    const isUsual = inList.has(field.name) || field.kind === 'state'
    return field.filterable && !field.targetIn && isUsual && rank(field) !== undefined
  })
  const chosen = fit.toSorted((a, b) => (rank(a) ?? 9) - (rank(b) ?? 9)).slice(0, most)
  return fit.filter((field) => chosen.includes(field))
}

/** Conditions that a quick filter can show: one of some options, or days by name. */
export function isQuick(field: FieldMeta, wanted: FieldWhere): boolean {
  if (field.kind === 'date') {
    return typeof wanted === 'object' && wanted !== null && 'within' in wanted
  }
  return Array.isArray(wanted) || (typeof wanted !== 'object' && wanted !== null)
}
