/** A form is made ready for typesetting without losing or inventing anything. */
import { expect, test } from 'vitest'
import { sheetOf } from './sheet.ts'
import { bareForm, sampleForm } from './testing/sample-form.ts'

test('what is left out becomes empty, never undefined', () => {
  const sheet = sheetOf(bareForm(1), null)
  expect(sheet).toMatchObject({ inWords: '', notes: [], barcode: null, qr: null, logo: null })
  expect(sheet).toMatchObject({ signatures: [], footer: '', mark: '' })
  expect(sheet.columns[2]).toEqual({ key: 'name', label: '品名規格', align: 'left', width: null })
})

test('blank lines of an address and facts without a value leave no gap', () => {
  const sheet = sheetOf(
    sampleForm(1, {
      partner: { heading: '', lines: ['宏達', '', '　', '臺中市'] },
      facts: [
        { label: '日期', value: '2026-11-23' },
        { label: '傳真', value: ' ' },
      ],
    }),
    null,
  )
  expect(sheet.partner.lines).toEqual(['宏達', '臺中市'])
  expect(sheet.facts.map(({ label }) => label)).toEqual(['日期'])
})

test('a number that bars cannot write is printed as QR code, unless there is one already', () => {
  const chinese = sampleForm(1, { barcode: '銷-2026-001' })
  expect(sheetOf(chinese, null)).toMatchObject({
    barcode: null,
    qr: { text: 'https://shangmai.example/q/42' },
  })
  const alone = { ...bareForm(1), barcode: '銷-2026-001' }
  expect(sheetOf(alone, null)).toMatchObject({ barcode: null, qr: { text: '銷-2026-001' } })
})

test('a number too long for bars that a scanner reads is printed as QR code', () => {
  const barcodeOf = (length: number) =>
    sheetOf({ ...bareForm(1), barcode: 'A'.repeat(length) }, null)
  expect(barcodeOf(25)).toMatchObject({ barcode: { text: 'A'.repeat(25) }, qr: null })
  expect(barcodeOf(40)).toMatchObject({ barcode: null, qr: { text: 'A'.repeat(40) } })
})

test.each([
  ['20mm', { value: 20, unit: 'mm' }],
  ['12.5%', { value: 12.5, unit: '%' }],
  ['2fr', { value: 2, unit: 'fr' }],
])('a column may be %s wide', (width, expected) => {
  const columns = [{ key: 'line', label: '序', width }]
  expect(sheetOf(sampleForm(1, { columns }), null).columns[0]?.width).toEqual(expected)
})

test.each(['20', '-1mm', '1fr; #panic()', '20px', ''])('a column is never %o wide', (width) => {
  const columns = [{ key: 'line', label: '序', width }]
  expect(() => sheetOf(sampleForm(1, { columns }), null)).toThrow(/column/)
})
