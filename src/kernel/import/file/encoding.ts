/** Finds out how the characters of a text file are written down, and reads them. */
import iconv from 'iconv-lite'
import { readAsBig5, readAsGb18030 } from './double-byte.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5' | 'windows-1252'

export interface EncodingGuess {
  encoding: Encoding
  bom: boolean
  /** False when another encoding would fit nearly as well: a person should look at the preview. */
  confident: boolean
}

/**
 * Guesses the encoding of a text from its first bytes: byte order mark, zero bytes, valid UTF-8,
 * then which double-byte code the text would be common words in.
 */
export function detectEncoding(head: Uint8Array): EncodingGuess {
  return fromByteOrderMark(head) ?? fromZeroBytes(head) ?? fromUtf8(head) ?? fromDoubleBytes(head)
}

/** Decodes a stream of bytes; what means nothing becomes U+FFFD. A byte order mark is dropped. */
export async function* decodeStream(
  source: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true })
  const isDoubleByte = encoding === 'gb18030' || encoding === 'big5'
  for await (const bytes of isDoubleByte ? wholeCharacters(source) : source) {
    const text = decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    if (text !== '') yield text
  }
  const rest = decoder.end()
  if (rest) yield rest
}

/** No byte below this is part of a character of two or four bytes: one may cut behind it. */
const firstInnerByte = 0x30
const longestPiece = 1024 * 1024

/** The decoder loses rare characters that are cut by the end of a piece, so none may be. */
async function* wholeCharacters(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let kept: Uint8Array = new Uint8Array()
  for await (const bytes of source) {
    const cut = bytes.findLastIndex((byte) => byte < firstInnerByte) + 1
    if (cut > 0 || kept.length > longestPiece) {
      yield Buffer.concat([kept, bytes.subarray(0, cut)])
      kept = bytes.subarray(cut)
    } else kept = Buffer.concat([kept, bytes])
  }
  yield kept
}

function fromByteOrderMark(head: Uint8Array): EncodingGuess | undefined {
  const marks = { 'utf-8': [0xef, 0xbb, 0xbf], 'utf-16le': [0xff, 0xfe], 'utf-16be': [0xfe, 0xff] }
  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
    if (marks[encoding].every((byte, at) => head[at] === byte)) {
      return { encoding, bom: true, confident: true }
    }
  }
  return undefined
}

/** In UTF-16 every separator, digit and line break has a zero byte, always on the same side. */
function fromZeroBytes(head: Uint8Array): EncodingGuess | undefined {
  const zeros = [0, 0]
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2]! += 1
  const [even, odd] = zeros as [number, number]
  if (even + odd < head.length / 50) return undefined
  if (odd > 10 * even) return { encoding: 'utf-16le', bom: false, confident: true }
  if (even > 10 * odd) return { encoding: 'utf-16be', bom: false, confident: true }
  return undefined
}

/** Text in another encoding is next to never valid UTF-8; one broken character may be. */
function fromUtf8(head: Uint8Array): EncodingGuess | undefined {
  const text = new TextDecoder('utf-8').decode(head, { stream: true })
  const broken = text.match(/\uFFFD/gu)?.length ?? 0
  // oxlint-disable-next-line no-control-regex -- "not ASCII" needs the control characters too
  const readable = (text.match(/[^\u0000-\u007F]/gu)?.length ?? 0) - broken
  if (broken > 0 && readable < 10 * broken) return undefined
  return { encoding: 'utf-8', bom: false, confident: broken === 0 }
}

function fromDoubleBytes(head: Uint8Array): EncodingGuess {
  const gb18030 = readAsGb18030(head)
  const big5 = readAsBig5(head)
  const best = Math.max(gb18030.share, big5.share)
  if (best < 0.5 || gb18030.asciiSecond > 0.85) {
    return { encoding: 'windows-1252', bom: false, confident: false }
  }
  const clear = Math.abs(gb18030.share - big5.share) > 0.2 && gb18030.characters >= 8
  const encoding = gb18030.share >= big5.share ? 'gb18030' : 'big5'
  return { encoding, bom: false, confident: clear }
}
