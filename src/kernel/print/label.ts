/** Bar codes and QR codes as drawings, for labels on goods, for printed forms and for phones. */
import { code128, drawingSVG, ean13, qrcode, type RenderOptions } from 'bwip-js/generic'
import { fail } from '../base/fail.ts'

export type CodeKind = 'code128' | 'ean13' | 'qrcode'

export interface CodeDrawing {
  /** An SVG without any white around it. */
  svg: string
  /** Its width in modules (thinnest bars, smallest squares). */
  modules: number
}

interface CodeRule {
  takes(text: string): boolean
  draw(options: RenderOptions): string
  /** Units of the drawing per module. */
  scale: number
  /** The white frame that the standard asks for, in units of the drawing. */
  quietZone: Partial<RenderOptions>
}

/** Code 128 writes ASCII; beyond 80 characters no hand scanner takes it in one sweep. */
const asciiText = /^[ -~]{1,80}$/

/** What the largest QR code holds at error correction M (ISO/IEC 18004, table 7). */
const qrBytes = 2331

/** The last digit brings the sum, weighted 1, 3, 1, 3 ..., to a multiple of ten (GS1 7.9). */
function isEan13(text: string): boolean {
  if (!/^\d{13}$/.test(text)) return false
  const weighted = Array.from(text, (digit, at) => Number(digit) * (at % 2 === 0 ? 1 : 3))
  return weighted.reduce((sum, part) => sum + part, 0) % 10 === 0
}

const isQrText = (text: string) => text !== '' && new TextEncoder().encode(text).length <= qrBytes

const rules: Record<CodeKind, CodeRule> = {
  code128: {
    takes: (text) => asciiText.test(text),
    draw: (options) => code128({ height: 15, ...options }, drawingSVG()),
    scale: 1,
    quietZone: { paddingwidth: 10, paddingheight: 2 },
  },
  ean13: {
    takes: isEan13,
    draw: (options) => ean13({ includetext: true, ...options }, drawingSVG()),
    scale: 1,
    // The left side holds the first digit, which keeps the eleven modules free that it needs.
    quietZone: { paddingright: 7, paddingtop: 2, paddingbottom: 2 },
  },
  qrcode: {
    takes: isQrText,
    draw: (options) => qrcode(options, drawingSVG()),
    scale: 2,
    quietZone: { paddingwidth: 8, paddingheight: 8 },
  },
}

export function canEncode(kind: CodeKind, text: string): boolean {
  return rules[kind].takes(text)
}

function draw(kind: CodeKind, text: string, options: Partial<RenderOptions>): string {
  if (!canEncode(kind, text)) fail('code.invalid', { kind, text })
  return rules[kind].draw({ bcid: kind, text, scale: 1, ...options })
}

/**
 * Draws a code on white, with the quiet zone its standard asks for, so that it can be read on any
 * ground and at any size. The text itself becomes part of the drawing only for `ean13`.
 * @returns an SVG document; it holds paths alone, never the text that was given
 * @throws {Refusal} `code.invalid` for a wrong EAN-13 check digit, for anything but 1 to 80 ASCII
 *   characters as Code 128, and for nothing or more than 2,331 bytes as QR code
 */
export function codeSvg(kind: CodeKind, text: string): string {
  return draw(kind, text, { backgroundcolor: 'FFFFFF', ...rules[kind].quietZone })
}

/**
 * The bare code for paper, where the sheet is the quiet zone.
 * @param height of the bars, in millimetres where a module is 0.35 mm wide
 * @throws {Refusal} `code.invalid` as `codeSvg` does
 */
export function bareCode(kind: CodeKind, text: string, height?: number): CodeDrawing {
  const svg = draw(kind, text, height === undefined ? {} : { height })
  const width = /viewBox="0 0 (\d+)/.exec(svg)?.[1]
  if (!width) throw new Error(`The ${kind} drawing has no size`)
  return { svg, modules: Number(width) / rules[kind].scale }
}
