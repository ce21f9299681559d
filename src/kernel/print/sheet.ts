/** A paper form made ready for typesetting: clean texts, drawn codes, nothing left open. */
import type { PrintColumn, PrintForm } from './form.ts'
import { bareCode, canEncode, type CodeDrawing } from './label.ts'
import { printable } from './printable.ts'

type Code = CodeDrawing & { text: string }
type Width = { value: number; unit: string }

/** What the typesetter reads: JSON without anything undefined. */
export interface Sheet {
  title: string
  number: string
  company: { name: string; lines: string[] }
  /** Where the logo lies for the typesetter. */
  logo: string | null
  partner: { heading: string; lines: string[] }
  facts: { label: string; value: string }[]
  columns: { key: string; label: string; align: string; width: Width | null }[]
  rows: Record<string, string>[]
  totals: { label: string; value: string; strong: boolean }[]
  inWords: string
  notes: string[]
  mark: string
  barcode: Code | null
  qr: Code | null
  signatures: string[]
  footer: string
  locale: string
  labels: { page: string }
}

const one = (text: string) => printable(text).replaceAll('\n', ' ')

const blank = (text: string) => text.trim() === ''

/** An empty text leaves no gap. */
const many = (texts: string[]) => texts.map(printable).filter((text) => !blank(text))

function factsOf({ facts }: PrintForm): Sheet['facts'] {
  return facts
    .map(({ label, value }) => ({ label: printable(label), value: printable(value) }))
    .filter(({ value }) => !blank(value))
}

function notesOf(notes = ''): string[] {
  return blank(notes) ? [] : printable(notes.trim()).split('\n')
}

function widthOf(width: string | undefined): Width | null {
  if (width === undefined) return null
  const [, value, unit] = /^(\d+(?:\.\d+)?)(mm|%|fr)$/.exec(width) ?? []
  if (!value || !unit) throw new Error(`A column is 20mm, 15% or 2fr wide, not ${width}`)
  return { value: Number(value), unit }
}

function columnOf({ key, label, align = 'left', width }: PrintColumn) {
  return { key, label: printable(label), align, width: widthOf(width) }
}

function rowOf(row: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(row).map(([key, text]) => [key, printable(text)]))
}

function draw(kind: 'code128' | 'qrcode', text: string): Code {
  return { ...bareCode(kind, text), text }
}

/** As many modules as scanners still tell apart in the width that the head of a form has. */
const widestBars = 320

function barsOf(text: string): Code | null {
  if (!canEncode('code128', text)) return null
  const bars = draw('code128', text)
  return bars.modules <= widestBars ? bars : null
}

/** A number that bars cannot write, or not readably, stays readable for phones: as QR code. */
function codesOf({ barcode, qr }: PrintForm): Pick<Sheet, 'barcode' | 'qr'> {
  const bars = barcode ? barsOf(barcode) : null
  const square = qr ?? (bars ? undefined : barcode)
  return { barcode: bars, qr: square ? draw('qrcode', square) : null }
}

/**
 * @param logo where the typesetter finds the logo, null for none
 * @throws {Refusal} `code.invalid` when a code is longer than a QR code can be
 * @throws {Error} for a column width that is none
 */
export function sheetOf(form: PrintForm, logo: string | null): Sheet {
  return {
    title: one(form.title),
    number: one(form.number),
    company: { name: one(form.company.name), lines: many(form.company.lines) },
    logo,
    partner: { heading: one(form.partner.heading), lines: many(form.partner.lines) },
    facts: factsOf(form),
    columns: form.columns.map(columnOf),
    rows: form.rows.map(rowOf),
    totals: form.totals.map(({ label, value, strong = false }) => ({
      label: printable(label),
      value: one(value),
      strong,
    })),
    inWords: printable(form.inWords ?? ''),
    notes: notesOf(form.notes),
    mark: one(form.mark ?? ''),
    ...codesOf(form),
    signatures: (form.signatures ?? []).map(printable),
    footer: printable(form.footer ?? ''),
    locale: form.locale,
    labels: { page: one(form.labels.page) },
  }
}
