/** What differs between records that are to become one. */
import type { EntityMeta, FieldMeta, WireRow } from '#kernel/http/wire.ts'

export function rowsOf(rows: readonly WireRow[], ids: ReadonlySet<string>): WireRow[] {
  return rows.filter(({ id }) => ids.has(id))
}

/** Fields in sight that a person may set and that are not the same in all. */
export function differing(
  meta: EntityMeta,
  columns: readonly FieldMeta[],
  rows: readonly WireRow[],
): FieldMeta[] {
  const title = meta.fields.filter(({ name }) => name === meta.title)
  const fields = [...new Set([...title, ...columns])]
  return fields.filter((field) => {
    if (field.computed || field.readOnly || field.kind === 'lines') return false
    return new Set(rows.map((row) => JSON.stringify(row[field.name] ?? null))).size > 1
  })
}

/** Only what is taken from another than the one that stays needs saying. */
export function takenFrom(take: Record<string, string>, keep: string): Record<string, string> {
  return Object.fromEntries(Object.entries(take).filter(([, id]) => id !== keep))
}
