/** What a line grid is given by the form around it. */
import type { EntityMeta, RefTitles } from '#kernel/http/wire.ts'
import type { Line } from './grid-lines.ts'

export interface LineGridProps {
  /** The entity of the lines. */
  entity: EntityMeta
  label: string
  rows: Line[]
  /** Computed fields of each line, in the order of the lines. */
  computed?: readonly Record<string, unknown>[] | undefined
  refs: RefTitles
  /** Currency of the document. */
  currency: string
  readOnly: boolean
  /** The heading stands elsewhere. */
  isBare?: boolean
  /** Messages by place: `2.quantity`. */
  errors: Record<string, string>
  /** What is wrong with the lines as a whole. */
  error?: string | undefined
  onChange: (rows: Line[]) => void
  /** What an answer of the server makes of the lines as they then stand. */
  onAnswer: (next: (now: Line[]) => Line[]) => void
  /** Names of records that were picked or looked up. */
  onLearn: (titles: RefTitles) => void
}
