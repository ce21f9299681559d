/** Lists of other records that point to a record, as its page shows them. */

import type { Where } from '../query/where.ts'

/** Records of another entity that point to this one. */
export interface RelatedMeta {
  entity: string
  /** What points, as a filter asks for it: 'order', or 'lines.order' where a line does. */
  field: string
  label: string
  /** Label of the pointing field: tells two lists of one entity apart. */
  by: string
  columns: string[]
  /** What the list is asked beside it. */
  where: Record<string, string>
  /** Which of them the page lists; absent = all. */
  listed?: Where
  timeline?: TimelineMeta
}

/** Fields by which its records stand in the line of time: moment, text, kind, whose work. */
export interface TimelineMeta {
  at: string
  text: string
  kind?: string
  by?: string
}
