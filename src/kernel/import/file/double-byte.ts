/**
 * Tells apart the two double-byte codes of Chinese text by how common its characters would be.
 * Both codes put their everyday characters in a block of their own (GB 2312 level 1: 3,755;
 * Big5 level 1: 5,401), and a text read in the wrong code falls outside of that block.
 */

interface DoubleByteCode {
  isPair(lead: number, trail: number): boolean
  /** 1 for an everyday character or punctuation, less for a rare one. */
  weight(lead: number, trail: number): number
}

const rare = 0.4

const gb18030: DoubleByteCode = {
  isPair: (lead, trail) =>
    lead >= 0x81 && lead <= 0xfe && trail >= 0x30 && trail <= 0xfe && trail !== 0x7f,
  weight: (lead, trail) =>
    trail >= 0xa1 && (isBetween(lead, 0xb0, 0xd7) || isBetween(lead, 0xa1, 0xa3)) ? 1 : rare,
}

const big5: DoubleByteCode = {
  isPair: (lead, trail) =>
    isBetween(lead, 0xa1, 0xf9) && (isBetween(trail, 0x40, 0x7e) || isBetween(trail, 0xa1, 0xfe)),
  weight: (lead) => (lead <= 0xc6 ? 1 : rare),
}

export interface Reading {
  /** How common the characters would be: 1 = all everyday ones, below 0 = hardly a valid one. */
  share: number
  characters: number
  /** Share of characters whose second byte is ASCII: nearly all in a Western European text. */
  asciiSecond: number
}

export function readAsGb18030(bytes: Uint8Array): Reading {
  return readAs(bytes, gb18030)
}

export function readAsBig5(bytes: Uint8Array): Reading {
  return readAs(bytes, big5)
}

function readAs(bytes: Uint8Array, code: DoubleByteCode): Reading {
  const sum = { characters: 0, score: 0, ascii: 0 }
  for (let at = 0; at + 1 < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    const trail = bytes[at + 1] ?? 0
    sum.characters += 1
    if (trail < 0x80) sum.ascii += 1
    if (code.isPair(lead, trail)) {
      sum.score += code.weight(lead, trail)
      at += 1
    } else sum.score -= 1
  }
  const { characters, score, ascii } = sum
  if (characters === 0) return { share: 0, characters, asciiSecond: 1 }
  return { share: score / characters, characters, asciiSecond: ascii / characters }
}

function isBetween(byte: number, low: number, high: number): boolean {
  return byte >= low && byte <= high
}
