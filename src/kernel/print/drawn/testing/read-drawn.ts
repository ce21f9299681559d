/** Reads a drawn form back: what a reader would copy out of it, page by page. */
import { inflateSync } from 'node:zlib'

interface Part {
  body: string
  stream: string
}

type Parts = Map<string, Part>

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

/** Pages as texts, the names of the embedded fonts, and how many pictures there are. */
export function readDrawn(bytes: Uint8Array): {
  pages: string[]
  fonts: string[]
  pictures: number
} {
  const parts = partsOf(latin(bytes))
  const all = [...parts.values()]
  const letters = lettersByFont(parts)
  const pages = all
    .filter(({ stream }) => / Tf/.test(stream))
    .map(({ stream }) => read(stream, letters))
  const names = all.flatMap(({ body }) => /\/FontName \/(\w+-\w+)/.exec(body)?.[1] ?? [])
  const pictures = all.filter(({ body }) => body.includes('/Subtype /Image')).length
  return { pages, fonts: [...new Set(names)].toSorted(), pictures }
}

/** Objects as they stand in the file, and those packed in streams of objects. */
function partsOf(pdf: string): Parts {
  const parts: Parts = new Map()
  for (const [, id = '', whole = ''] of pdf.matchAll(/(?:^|\n)(\d+) 0 obj\n([^]*?)\nendobj/g)) {
    const [body = '', packed] = whole.split(/\nstream\n/)
    const end = packed?.lastIndexOf('\nendstream') ?? 0
    const raw = packed === undefined ? '' : packed.slice(0, end)
    const isPacked = body.includes('/FlateDecode') && !body.includes('/Image')
    const stream = isPacked ? latin(inflateSync(Buffer.from(raw, 'latin1'))) : raw
    parts.set(id, { body, stream })
    if (body.includes('/ObjStm')) unpack(body, stream, parts)
  }
  return parts
}

function unpack(body: string, stream: string, parts: Parts): void {
  const first = Number(/\/First (\d+)/.exec(body)?.[1])
  const heads = stream.slice(0, first).trim().split(/\s+/)
  for (let at = 0; at < heads.length; at += 2) {
    const [start, next] = [Number(heads[at + 1]), Number(heads[at + 3])]
    const end = Number.isNaN(next) ? undefined : first + next
    parts.set(heads[at] ?? '', { body: stream.slice(first + start, end), stream: '' })
  }
}

/** Name of a font on the pages → its glyphs → letters. */
function lettersByFont(parts: Parts): Map<string, Map<string, string>> {
  const letters = new Map<string, Map<string, string>>()
  for (const { body } of parts.values())
    for (const [, name = '', id = ''] of body.matchAll(/\/([\w-]+-\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(parts.get(id)?.body ?? '')?.[1]
      if (map) letters.set(name, lettersOf(parts.get(map)?.stream ?? ''))
    }
  return letters
}

const signs = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')

function lettersOf(map: string): Map<string, string> {
  const pairs = map.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gim)
  return new Map([...pairs].map(([, glyph = '', hex = '']) => [glyph.toUpperCase(), signs(hex)]))
}

function read(stream: string, letters: Map<string, Map<string, string>>): string {
  let font: Map<string, string> | undefined
  let text = ''
  for (const [, name, hex] of stream.matchAll(/\/([\w-]+) [\d.]+ Tf|<([0-9A-F]+)> Tj/gi)) {
    if (name) font = letters.get(name)
    for (const glyph of hex?.match(/.{4}/g) ?? [])
      text += font?.get(glyph.toUpperCase()) ?? '\ufffd'
    if (hex) text += '\n'
  }
  return text
}
