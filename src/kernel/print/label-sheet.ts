/** Labels made ready for typesetting: clean texts, each with a code that scanners can read. */
import type { Locale } from '../http/wire.ts'
import { bareCode, canEncode, type CodeDrawing, type CodeKind } from './label.ts'
import { printable } from './printable.ts'

/** `sheet`: A4 with 3 × 8 labels of 70 × 37 mm; `roll`: labels of 50 × 30 mm one by one. */
export type LabelPaper = 'sheet' | 'roll'

export interface PrintLabel {
  /** EAN-13 where it is one, else Code 128; QR code where bars cannot write it or get too wide. */
  code: string
  name: string
  number: string
  /** Formatted; none: no price on the label. */
  price?: string
  copies: number
}

export interface LabelSheet {
  title: string
  number: string
  paper: LabelPaper
  labels: PrintLabel[]
  locale: Locale
}

type Code = CodeDrawing & { kind: CodeKind; text: string }

/** As many modules as scanners still tell apart in the width that a label has. */
const widestBars: Record<LabelPaper, number> = { sheet: 320, roll: 240 }

/** Low enough to be printed in full width. */
const lowBars = 9

export interface LabelSheetReady {
  title: string
  paper: LabelPaper
  locale: Locale
  labels: { code: Code; name: string; number: string; price: string; copies: number }[]
}

const one = (text: string) => printable(text).replaceAll('\n', ' ')

/** @throws {Refusal} `code.invalid` when a code is empty, or longer than a QR code can be */
export function labelsOf({ title, paper, labels, locale }: LabelSheet): LabelSheetReady {
  return {
    title: one(title),
    paper,
    locale,
    labels: labels.map(({ code, name, number, price = '', copies }) => ({
      code: drawnCode(code, paper),
      name: one(name),
      number: one(number),
      price: one(price),
      copies,
    })),
  }
}

function drawnCode(text: string, paper: LabelPaper): Code {
  const kinds: CodeKind[] = ['ean13', 'code128']
  for (const kind of kinds) {
    if (!canEncode(kind, text)) continue
    const drawing = bareCode(kind, text, lowBars)
    if (drawing.modules <= widestBars[paper]) return { ...drawing, kind, text }
  }
  return { ...bareCode('qrcode', text), kind: 'qrcode', text }
}
