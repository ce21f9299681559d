/** What stands on a printed paper form, described without knowing what kind of document it is. */
import type { Locale } from '../http/wire.ts'

/**
 * A form on A4 paper. Every text is printed as it is; a newline starts a new line.
 * What is empty or left out leaves no gap. Amounts and dates come formatted.
 */
export interface PrintForm {
  title: string
  number: string
  /** Who writes. The logo is a PNG, JPEG, GIF, WebP or SVG file. */
  company: { name: string; lines: string[]; logo?: Uint8Array }
  /** To whom; the first line is the name. */
  partner: { heading: string; lines: string[] }
  facts: { label: string; value: string }[]
  /** None for a form without lines, such as a receipt. */
  columns: PrintColumn[]
  /** By column key. The first line of a cell is its value, further lines explain it in small. */
  rows: Record<string, string>[]
  totals: { label: string; value: string; strong?: boolean }[]
  /** The whole sentence, e.g. the amount in capitals. */
  inWords?: string
  notes?: string
  /** Stands across every page, behind the words: the paper does not count, e.g. a draft. */
  mark?: string
  /** Printed as Code 128; as QR code where that has no sign for a character or gets too wide. */
  barcode?: string
  qr?: string
  /** One box for each. */
  signatures?: string[]
  /** Up to four short lines at the foot of every page. */
  footer?: string
  locale: Locale
  labels: {
    /** In the form's language, with `{x}` for the page and `{y}` for how many there are. */
    page: string
  }
}

export interface PrintColumn {
  key: string
  label: string
  align?: 'left' | 'right' | 'center'
  /** `20mm`, `15%` of the text, a share of the rest like `2fr`; fitted to its cells by default. */
  width?: string
}
