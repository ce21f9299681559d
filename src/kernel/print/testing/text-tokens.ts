/** The parts of a page's drawing instructions that put text on it. */

export type TextToken =
  | { kind: 'font'; name: string }
  | { kind: 'move'; left: number; bottom: number }
  | { kind: 'glyphs'; glyphs: string }
  /** Words that stand for the glyphs up to `spoken-end`. */
  | { kind: 'spoken'; words: string }
  | { kind: 'spoken-end' }
  | { kind: 'run-end' }

const starts = new RegExp(
  [
    String.raw`\/(?<font>f\d+) [\d.]+ Tf`,
    String.raw`^1 0 0 -1 (?<left>-?[\d.]+) (?<bottom>-?[\d.]+) cm$`,
    String.raw`\/(?<alternative>Alt|ActualText) (?=[(<])`,
    String.raw`(?<string>\(|<(?=[0-9A-F]+>))`,
    String.raw`^(?<end>ET|EMC)$`,
  ].join('|'),
  'gm',
)

export function* textTokens(content: string): Generator<TextToken> {
  const search = new RegExp(starts)
  let alternative: string | undefined
  for (let found = search.exec(content); found; found = search.exec(content)) {
    const { font, left, bottom, string, end } = found.groups ?? {}
    if (font) yield { kind: 'font', name: font }
    if (left) yield { kind: 'move', left: Number(left), bottom: Number(bottom) }
    if (end) yield { kind: end === 'ET' ? 'run-end' : 'spoken-end' }
    if (string) {
      const { value, after } =
        string === '(' ? literalAt(content, found.index) : hexAt(content, found.index)
      search.lastIndex = after
      if (alternative === 'ActualText') yield { kind: 'spoken', words: wordsOf(value) }
      if (!alternative) yield { kind: 'glyphs', glyphs: value }
    }
    alternative = found.groups?.['alternative']
  }
}

interface Read {
  /** One character per byte. */
  value: string
  after: number
}

function hexAt(content: string, start: number): Read {
  const after = content.indexOf('>', start) + 1
  return {
    value: Buffer.from(content.slice(start + 1, after - 1), 'hex').toString('latin1'),
    after,
  }
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** A literal string may hold balanced brackets without escaping them (ISO 32000, 7.3.4.2). */
function literalAt(content: string, start: number): Read {
  let value = ''
  let depth = 0
  const part = /\\(\d{1,3})|\\([^])|[^]/y
  part.lastIndex = start
  for (let found = part.exec(content); found; found = part.exec(content)) {
    const [sign, octal, escaped] = found
    if (octal) value += String.fromCharCode(parseInt(octal, 8))
    else if (escaped) value += escapes[escaped] ?? escaped
    else {
      depth += Number(sign === '(') - Number(sign === ')')
      if (depth === 0) return { value: value.slice(1), after: part.lastIndex }
      value += sign
    }
  }
  throw new Error('A string has no end')
}

function wordsOf(bytes: string): string {
  if (!bytes.startsWith('\u00fe\u00ff')) return bytes
  return Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le')
}
