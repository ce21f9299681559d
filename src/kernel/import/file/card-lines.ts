/** The lines of one business card: unfolded, decoded, with what marks them. */

export interface CardLine {
  /** `TEL`, without the group before it. */
  name: string
  /** Everything between name and value in capitals: `TYPE=CELL;PREF`. */
  marks: string
  value: string
  /** The value at its semicolons. */
  parts: readonly string[]
}

const line = /^(?:[\w-]+\.)?([\w-]+)((?:;(?:[^":]|"[^"]*")*)?):(.*)$/su
/** What is no text: pictures, sounds, keys. */
const skipped = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY', 'AGENT', 'LABEL'])

/** @param card what stands between `BEGIN:VCARD` and `END:VCARD` */
export function readCard(card: string): CardLine[] {
  return unfolded(card).flatMap((written) => {
    const [, name = '', given = '', raw = ''] = line.exec(written) ?? []
    const marks = given.slice(1).toUpperCase()
    if (name === '' || skipped.has(name.toUpperCase())) return []
    const value = marks.includes('QUOTED-PRINTABLE') ? printable(raw, charsetOf(marks)) : raw
    const parts = value.split(/(?<!\\);/u).map(plain)
    return [{ name: name.toUpperCase(), marks, value: plain(value).trim(), parts }]
  })
}

/** A line goes on behind a line break and a space; in quoted-printable behind `=`. */
function unfolded(card: string): string[] {
  const lines: string[] = []
  for (const one of card.split(/\r\n|\n|\r/u)) {
    const last = lines.at(-1)
    if (last !== undefined && /^[ \t]/u.test(one)) lines[lines.length - 1] = last + one.slice(1)
    else if (last !== undefined && isBroken(last)) lines[lines.length - 1] = last.slice(0, -1) + one
    else lines.push(one)
  }
  return lines
}

function isBroken(last: string): boolean {
  return last.endsWith('=') && /^[^:]*QUOTED-PRINTABLE[^:]*:/iu.test(last)
}

function charsetOf(marks: string): string {
  return /CHARSET="?([\w-]+)/u.exec(marks)?.[1] ?? 'utf-8'
}

/** `=E5=BC=B5` are bytes in the character set that the line names. */
function printable(text: string, charset: string): string {
  const bytes = [...text.matchAll(/=([0-9A-F]{2})|([\s\S])/giu)].flatMap(([, hex, letter]) =>
    hex === undefined ? [...Buffer.from(letter ?? '')] : [Number.parseInt(hex, 16)],
  )
  return decoderOf(charset).decode(new Uint8Array(bytes))
}

function decoderOf(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset)
  } catch (error) {
    if (error instanceof RangeError) return new TextDecoder()
    throw error
  }
}

function plain(value: string): string {
  return value
    .replaceAll(/\\n/giu, '\n')
    .replaceAll(/\\([\\,;:])/gu, '$1')
    .trim()
}
