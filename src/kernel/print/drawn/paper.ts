/** The papers that a layout can be drawn for, in millimetres as they lie in the printer. */
import type { OptionMeta } from '../../http/wire.ts'

const sizes = {
  a4: { label: 'A4', width: 210, height: 297, edge: 10 },
  a5: { label: 'A5', width: 148, height: 210, edge: 8 },
  'label-100x150': { label: 'Label 100 × 150 mm', width: 100, height: 150, edge: 3 },
  'label-100x50': { label: 'Label 100 × 50 mm', width: 100, height: 50, edge: 2 },
  'label-70x37': { label: 'Label 70 × 37 mm', width: 70, height: 37, edge: 2 },
  'label-50x30': { label: 'Label 50 × 30 mm', width: 50, height: 30, edge: 1 },
} as const

export type Paper = keyof typeof sizes
export type Orientation = 'upright' | 'across'

export interface PageSize {
  width: number
  height: number
  /** The part along each edge that stays empty where the lines of a record go on. */
  edge: number
}

export const papers: readonly (OptionMeta & { value: Paper })[] = Object.entries(sizes).map(
  ([value, { label }]) => ({ value: value as Paper, label }),
)

/** Upright lets the short side of a sheet lie on top; labels come as their name says. */
export function pageSize(paper: Paper, orientation: Orientation): PageSize {
  const { width, height, edge } = sizes[paper]
  return orientation === 'across' ? { width: height, height: width, edge } : { width, height, edge }
}

export function isPaper(value: unknown): value is Paper {
  return typeof value === 'string' && Object.hasOwn(sizes, value)
}

export function isOrientation(value: unknown): value is Orientation {
  return value === 'upright' || value === 'across'
}
