/** How wide a column stands: by its kind, unless the person has drawn it otherwise. */
import type { FieldKind, FieldMeta } from '#kernel/http/wire.ts'

/** Least width in pixels, and the share of what is left over. */
type Width = readonly [least: number, share: number]

const usual: Partial<Record<FieldKind, Width>> = {
  serial: [104, 110],
  integer: [64, 80],
  decimal: [84, 96],
  money: [104, 116],
  percent: [68, 76],
  date: [104, 106],
  instant: [132, 136],
  boolean: [60, 64],
  choice: [76, 88],
  state: [84, 96],
  currency: [60, 64],
  phone: [120, 128],
  email: [150, 180],
  url: [120, 150],
  address: [160, 220],
  longText: [140, 220],
  richText: [140, 220],
  person: [76, 92],
  picture: [52, 52],
  ref: [120, 160],
  tags: [100, 140],
  choices: [100, 140],
  refs: [100, 150],
}

const title: Width = [170, 260]
const other: Width = [84, 116]
const grade: Width = [50, 52]
export const narrowest = 48

export type Widths = Readonly<Record<string, number>>

function isGrade({ kind, options = [] }: FieldMeta): boolean {
  return kind === 'choice' && options.length > 0 && options.every(({ label }) => /^.$/u.test(label))
}

function usualWidth(field: FieldMeta, titleField: string): Width {
  if (isGrade(field)) return grade
  if (field.name === titleField && field.kind === 'text') return title
  return usual[field.kind] ?? other
}

/** The tracks of the grid: all share what is left over, except those drawn by hand. */
export function tracksOf(fields: readonly FieldMeta[], titleField: string, drawn: Widths): string {
  const tracks = fields.map((field) => {
    const own = drawn[field.name]
    const [least, share] = usualWidth(field, titleField)
    return own === undefined ? `minmax(${least}px, ${share}fr)` : `${own}px`
  })
  return ['40px', ...tracks].join(' ')
}

/** The least width of all columns together. */
export function totalWidth(
  fields: readonly FieldMeta[],
  titleField: string,
  drawn: Widths,
): number {
  return fields.reduce((sum, field) => {
    return sum + (drawn[field.name] ?? usualWidth(field, titleField)[0])
  }, 40)
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
