/** How big a file that a person hands in may be, so that no file can exhaust the machine. */

export interface Limits {
  /** Bytes of the file as it was handed in. */
  fileBytes: number
  /** Bytes of one unpacked sheet of a workbook. */
  sheetBytes: number
  /** Bytes of an unpacked part of a workbook that is held in memory: shared texts, styles. */
  partBytes: number
  /** Characters of one row of a text file. */
  rowCharacters: number
  columns: number
  /** Characters of one cell; Excel's own limit. */
  cellCharacters: number
  rows: number
}

const mebibyte = 1024 * 1024

export const defaultLimits: Limits = {
  fileBytes: 200 * mebibyte,
  sheetBytes: 2048 * mebibyte,
  partBytes: 128 * mebibyte,
  rowCharacters: 2_000_000,
  columns: 500,
  cellCharacters: 32_767,
  rows: 1_048_576,
}
