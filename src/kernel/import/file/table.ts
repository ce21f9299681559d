/** A table that a person brought along, whatever kind of file it came in. */
import type { Encoding } from './encoding.ts'
import type { Limits } from './limits.ts'
import type { Separator } from './separator.ts'

/** What is wrong with a row as such: its cells may stand in the wrong columns or are incomplete. */
export type RowProblem =
  | 'import.too-few-cells'
  | 'import.too-many-cells'
  | 'import.cell-too-long'
  | 'import.error-value'

/** What a person should know of a row that can be used. */
export type RowNotice =
  /** A separator stood inside an unquoted text; the two cells are one again. */
  'import.cells-joined' | 'import.unreadable-characters'

/** A row as the file has it. */
export interface RawRow {
  /** 1-based line of a text file (where the row starts) or row of a sheet. */
  row: number
  cells: string[]
  problem?: RowProblem
}

export interface TableRow extends RawRow {
  notice?: RowNotice
  /** Number of cells with characters that were lost or could not be read; absent when none. */
  unreadable?: number
}

export type RowSource = () => AsyncIterable<RawRow>

export interface TableChoice {
  encoding?: Encoding
  separator?: Separator
  /** Name of the sheet of a workbook; the first visible one unless told. */
  sheet?: string
  /** 1-based line or row of the column names; 0 when the file has none. Guessed unless told. */
  headerRow?: number
  limits?: Partial<Limits>
}

export interface Table {
  kind: 'csv' | 'xlsx'
  encoding?: Encoding
  /** False where the encoding is a guess that a person should look at. */
  encodingConfident?: boolean
  separator?: Separator
  sheets?: string[]
  sheet?: string
  headerRow: number
  /** Column names, distinct and never empty. */
  header: string[]
  /** Cells of the first 20 rows. */
  preview: string[][]
  /**
   * The rows below the header, from the start at every call; rows without any content are left out.
   * @throws {Refusal} when the file turns out to be damaged or bigger than allowed
   */
  rows(): AsyncIterable<TableRow>
}
