/** Reads a printed form back: what a reader would copy out of it, page by page. */
import { inflateSync } from 'node:zlib'
import { textTokens } from './text-tokens.ts'

export interface PdfRun {
  text: string
  /** Points from the left and the lower edge of the paper. */
  left: number
  bottom: number
}

export interface ReadPdf {
  /** Each page's runs of one font in the order of printing. */
  pages: PdfRun[][]
  /** Names of the embedded fonts without their subset tags. */
  fonts: string[]
}

type Objects = Map<string, string>
type Letters = Map<number, string>

/** Reads the PDFs of our own typesetter: plain objects, Identity-H fonts with a ToUnicode map. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const pdf = Buffer.from(bytes).toString('latin1')
  const objects: Objects = new Map()
  for (const [, id, body] of pdf.matchAll(/^(\d+) 0 obj\n([^]*?)\nendobj/gm)) {
    if (id && body !== undefined) objects.set(id, body)
  }
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\n/.test(body))
  const names = [...pdf.matchAll(/\/FontName \/[A-Z]{6}\+(\S+)/g)].map(([, name]) => name ?? '')
  return { pages: pages.map((page) => runsOf(page, objects)), fonts: [...new Set(names)].sort() }
}

function streamOf(id: string | undefined, objects: Objects): string {
  const body = objects.get(id ?? '') ?? ''
  const [, head, stream] = /^([^]*?)\nstream\n([^]*)\nendstream/.exec(body) ?? []
  if (head === undefined || stream === undefined) throw new Error(`Object ${id} is no stream`)
  if (!head.includes('/FlateDecode')) return stream
  return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1')
}

const utf16 = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')

function lettersOf(font: string, objects: Objects): Letters {
  const map = streamOf(/\/ToUnicode (\d+) 0 R/.exec(font)?.[1], objects)
  const pairs = map.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm)
  return new Map(
    [...pairs].map(([, code = '', letters = '']) => [parseInt(code, 16), utf16(letters)]),
  )
}

function fontsOf(page: string, objects: Objects): Map<string, Letters> {
  const named = [...page.matchAll(/\/(f\d+) (\d+) 0 R/g)]
  return new Map(
    named.map(([, name = '', id = '']) => [name, lettersOf(objects.get(id) ?? '', objects)]),
  )
}

function runsOf(page: string, objects: Objects): PdfRun[] {
  const fonts = fontsOf(page, objects)
  const runs: PdfRun[] = []
  let font: Letters | undefined
  let run: PdfRun = { text: '', left: 0, bottom: 0 }
  let replaced = false
  for (const token of textTokens(streamOf(/\/Contents (\d+) 0 R/.exec(page)?.[1], objects))) {
    if (token.kind === 'font') font = fonts.get(token.name)
    if (token.kind === 'move') run = { text: '', left: token.left, bottom: token.bottom }
    if (token.kind === 'glyphs' && !replaced) run.text += lettersIn(token.glyphs, font)
    if (token.kind === 'spoken') {
      run.text += token.words
      replaced = true
    }
    if (token.kind === 'spoken-end') replaced = false
    if (token.kind === 'run-end') runs.push(run)
  }
  return runs
}

/** Two bytes name one glyph. */
function lettersIn(glyphs: string, font: Letters | undefined): string {
  const codes = glyphs.match(/[^]{2}/g) ?? []
  return codes
    .map((pair) => font?.get(pair.charCodeAt(0) * 256 + pair.charCodeAt(1)) ?? '\ufffd')
    .join('')
}
