/** Codes that scanners read are drawn; what they could not read is refused. */
import { expect, test } from 'vitest'
import { bareCode, codeSvg, type CodeKind } from './label.ts'

const invalid = expect.objectContaining({ name: 'Refusal', rule: 'code.invalid' })

const sizeOf = (svg: string) => /viewBox="0 0 (\d+) (\d+)"/.exec(svg)?.slice(1).map(Number)

test.each(['4006381333931', '5901234123457', '0000000000000'])('%s is an EAN-13', (text) => {
  expect(codeSvg('ean13', text)).toMatch(/^<svg [^]*<\/svg>\s*$/)
})

test.each<[CodeKind, string, string]>([
  ['ean13', '4006381333932', 'a wrong check digit'],
  ['ean13', '400638133393', 'a digit short'],
  ['ean13', '40063813339３1', 'a full-width digit'],
  ['ean13', '', 'nothing'],
  ['code128', '', 'nothing'],
  ['code128', '銷-2026-001', 'signs that bars do not have'],
  ['code128', 'A\n1', 'a control character'],
  ['code128', 'A'.repeat(81), 'more than a scanner takes in one sweep'],
  ['qrcode', '', 'nothing'],
  ['qrcode', '中'.repeat(778), 'more than the largest square holds'],
])('%s refuses %o: %s', (kind, text) => {
  expect(() => codeSvg(kind, text)).toThrow(invalid)
})

test('the longest texts that fit are drawn', () => {
  expect(() => codeSvg('code128', 'A'.repeat(80))).not.toThrow()
  expect(() => codeSvg('qrcode', '中'.repeat(777))).not.toThrow()
})

test('a Code 128 is eleven modules per sign, with start, check and a stop of thirteen', () => {
  expect(bareCode('code128', 'QT-A').modules).toBe((4 + 2) * 11 + 13)
})

test('a QR code of version 1 has 21 modules a side', () => {
  expect(bareCode('qrcode', 'abc').modules).toBe(21)
})

test.each<[CodeKind, string, number]>([
  ['code128', 'QT-A', 79 + 2 * 10],
  ['qrcode', 'abc', 2 * (21 + 2 * 4)],
])('%s stands on white with its quiet zone', (kind, text, width) => {
  const svg = codeSvg(kind, text)
  expect(sizeOf(svg)?.[0]).toBe(width)
  expect(svg).toContain('#FFFFFF')
})

test('what is encoded never becomes markup', () => {
  for (const kind of ['code128', 'qrcode'] as const) {
    expect(codeSvg(kind, '<script>alert(1)</script>')).not.toContain('script')
  }
})
