/** The groups a field makes of the rows: name, filter, how many rows, and what they sum up to. */
import type {
  EntityMeta,
  FieldMeta,
  GroupsAnswer,
  ListAnswer,
  OptionMeta,
} from '#kernel/http/wire.ts'
import type { FieldWhere, Where } from '#kernel/query/where.ts'
import type { Translate } from '#ui/base/house.tsx'

export type Figures = GroupsAnswer['groups']

export interface Group {
  /** Tells groups apart in the page; the value as text, '' for those without. */
  key: string
  value: unknown
  label: string
  tone?: NonNullable<OptionMeta['tone']>
  /** What its rows fulfil. */
  where: Where
  /** Unknown where there are too many rows to be gathered. */
  count: number | undefined
  sums: ListAnswer['totals']
}

const empty = { value: null, label: null, count: 0 }

function keyOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}

/** '2026-02-01' → the last day of that month. */
export function lastOfMonth(first: string): string {
  const [year = 0, month = 1] = first.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

function wantedOf(field: FieldMeta, value: unknown): FieldWhere {
  if (value === null) return { empty: true }
  if (field.kind === 'date') return { from: String(value), until: lastOfMonth(String(value)) }
  return value as string | boolean
}

function groupOf(field: FieldMeta, found: Figures[number], isKnown: boolean, t: Translate): Group {
  const { value, label, count, sums } = found
  const option = field.options?.find((one) => one.value === value)
  const nameless = t('No {field}', { field: field.label })
  const month = field.kind === 'date' ? keyOf(value).slice(0, 7) : undefined
  const yesNo = typeof value === 'boolean' ? (value ? t('Yes') : t('No')) : undefined
  return {
    key: keyOf(value),
    value,
    label: value === null ? nameless : (option?.label ?? yesNo ?? label ?? month ?? keyOf(value)),
    ...(option?.tone && { tone: option.tone }),
    where: { [field.name]: wantedOf(field, value) },
    count: isKnown ? count : undefined,
    sums,
  }
}

/** Values in their own order: steps of a state, options, yes before no. */
function valuesOf(meta: EntityMeta, field: FieldMeta): unknown[] {
  if (field.kind === 'boolean') return [true, false]
  const options = (field.options ?? []).map(({ value }) => value)
  const steps = field.kind === 'state' ? (meta.state?.steps ?? []) : []
  return [...steps, ...options.filter((value) => !steps.includes(value))]
}

/** A record that is a column of a board. */
export interface Step {
  id: string
  label: string
}

/**
 * Columns of a board: every option, every step, or whoever has rows; last those without a value.
 * @param figures undefined while unknown, or where there are too many rows
 * @param steps of a field whose records are steps, in their order
 */
export function boardGroups(
  meta: EntityMeta,
  field: FieldMeta,
  figures: Figures | undefined,
  t: Translate,
  steps: readonly Step[] = [],
): Group[] {
  const isKnown = figures !== undefined
  const found = new Map((figures ?? []).map((one) => [keyOf(one.value), one]))
  const filled = (figures ?? []).filter(({ value }) => value !== null)
  const known = field.target ? steps.map(({ id }) => id) : valuesOf(meta, field)
  // People, and steps that are no longer offered, stand there only with their records.
  const others = field.target ? filled.filter(({ value }) => !known.includes(keyOf(value))) : []
  const values = [...known, ...others.map(({ value }) => value)]
  const none = found.get('') ?? empty
  const hasNone = field.kind !== 'state' && (none.count > 0 || (!field.required && !field.computed))
  const labels = new Map(steps.map(({ id, label }) => [id, label]))
  const all = values.map(
    (value) =>
      found.get(keyOf(value)) ?? { ...empty, value, label: labels.get(keyOf(value)) ?? null },
  )
  return [...all, ...(hasNone && field.kind !== 'boolean' ? [none] : [])].map((one) =>
    groupOf(field, one, isKnown, t),
  )
}

/** Bands of a table: options in their order, months newest first, others by their names. */
export function bandGroups(
  meta: EntityMeta,
  field: FieldMeta,
  figures: Figures,
  locale: string,
  t: Translate,
): Group[] {
  const groups = figures.map((one) => groupOf(field, one, true, t))
  const order = valuesOf(meta, field).map(keyOf)
  const collator = new Intl.Collator(locale, { numeric: true })
  return groups.toSorted((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - 1
    if (order.length > 0) return order.indexOf(a.key) - order.indexOf(b.key)
    return field.kind === 'date' ? (a.key < b.key ? 1 : -1) : collator.compare(a.label, b.label)
  })
}
