/** How wide a column stands: by its kind, unless the person has drawn it otherwise. */
import type { FieldKind, FieldMeta } from '#kernel/http/wire.ts'

const usual: Partial<Record<FieldKind, number>> = {
  serial: 132,
  integer: 88,
  decimal: 100,
  money: 120,
  percent: 80,
  date: 104,
  instant: 136,
  boolean: 72,
  choice: 92,
  state: 104,
  currency: 72,
  phone: 128,
  email: 180,
  url: 160,
  address: 220,
  longText: 220,
  richText: 220,
  person: 96,
  picture: 60,
  ref: 148,
  tags: 140,
  choices: 140,
  refs: 160,
}

const titleWidth = 220
const otherWidth = 140
export const narrowest = 48

export type Widths = Readonly<Record<string, number>>

/** Width in pixels. */
export function widthOf(field: FieldMeta, title: string, drawn: Widths): number {
  const own = drawn[field.name]
  if (own !== undefined) return own
  const plain = usual[field.kind] ?? otherWidth
  return field.name === title && field.kind !== 'serial' ? Math.max(titleWidth, plain) : plain
}

/** The tracks of the grid: all share what is left over, except those drawn by hand. */
export function tracksOf(fields: readonly FieldMeta[], title: string, drawn: Widths): string {
  const tracks = fields.map((field) => {
    const width = widthOf(field, title, drawn)
    return drawn[field.name] === undefined ? `minmax(${width}px, ${width}fr)` : `${width}px`
  })
  return ['40px', ...tracks].join(' ')
}

/** The least width of all columns together. */
export function totalWidth(fields: readonly FieldMeta[], title: string, drawn: Widths): number {
  return fields.reduce((sum, field) => sum + widthOf(field, title, drawn), 40)
}

function placeOf(entity: string): string {
  return `shangmai.widths.${entity}`
}

export function readWidths(entity: string): Widths {
  const text = localStorage.getItem(placeOf(entity))
  return text ? (JSON.parse(text) as Widths) : {}
}

export function keepWidths(entity: string, widths: Widths): void {
  localStorage.setItem(placeOf(entity), JSON.stringify(widths))
}
