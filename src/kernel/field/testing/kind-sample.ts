/** What a test knows of one kind of field. */
import type { Field } from '../field.ts'

export interface KindSample {
  field: Field
  /** As they are stored; ascending where the kind has an order. */
  stored: readonly [unknown, unknown, unknown]
  /** Other ways to write a value → what is stored; null for nothing. */
  given?: readonly (readonly [given: unknown, stored: unknown])[]
  /** Cells of a file → what is stored. */
  cells?: readonly (readonly [cell: string, stored: unknown])[]
  refused: readonly (readonly [given: unknown, rule: string])[]
  /** What one types to find the first value; absent where search does not look. */
  found?: string
  /** Pieces of the first value alone, in another width or case. */
  has?: readonly string[]
  starts?: string
}
