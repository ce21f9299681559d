/** Workbooks: cells come as the exact text a person sees, whichever program wrote the file. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bookOfCells, bookParts, readAll, zipOf } from './made-files.ts'
import { builtInFormat, formatOfCode, numberText } from './number-text.ts'

const cellsOf = async (cells: string, formats: string[] = [], book = ''): Promise<string[]> => {
  const { all } = await readAll('a.xlsx', bookOfCells(cells, { formats, book }))
  return all[0]?.cells ?? []
}

test('texts: shared, inline, in runs, without pronunciation, with escaped characters', async () => {
  const shared =
    '<si><t>宏達 &amp; Co</t></si><si><r><t xml:space="preserve">two </t></r><r><t>runs</t></r>' +
    '<rPh><t>ヒロ</t></rPh></si><si><t>a_x000D_b_x005F_x0041_</t></si>'
  const cells =
    '<c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c t="s"><v>2</v></c>' +
    '<c t="inlineStr"><is><t>in &lt;line&gt; &#20013;&#x6587;</t></is></c>' +
    '<c t="str"><f>A1&amp;"x"</f><v>formula text</v></c><c><f>1+1</f><v>2</v></c>'
  const { all } = await readAll('a.xlsx', bookOfCells(cells, { shared }))
  expect(all).toEqual([
    {
      row: 2,
      cells: ['宏達 & Co', 'two runs', 'a\rb_x0041_', 'in <line> 中文', 'formula text', '2'],
    },
  ])
})

test('numbers, dates, times, percentages and leading zeros as they are shown', async () => {
  const formats = [
    'yyyy"年"m"月"d"日"',
    '[$-404]h:mm AM/PM',
    '0.00%',
    '00000',
    '[h]:mm',
    '#,##0.00_)',
  ]
  const cells =
    '<c s="1"><v>45322</v></c><c s="2"><v>0.604166666666667</v></c><c s="3"><v>0.155</v></c>' +
    '<c s="4"><v>2134</v></c><c s="5"><v>1.5</v></c><c s="6"><v>0.30000000000000004</v></c>'
  expect(await cellsOf(cells, formats)).toEqual([
    '2024-01-31',
    '14:30:00',
    '15.5%',
    '02134',
    '36:00:00',
    '0.3',
  ])
})

test('a workbook that counts from 1904, truth values, ISO dates, an error', async () => {
  const cells =
    '<c s="1"><v>43860.5</v></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c>' +
    '<c t="d"><v>2024-01-31T00:00:00</v></c><c t="d"><v>2024-01-31T08:30:00</v></c>' +
    '<c t="e"><v>#N/A</v></c>'
  const book = '<workbookPr date1904="1"/>'
  const { all } = await readAll('a.xlsx', bookOfCells(cells, { formats: ['d/m/yy h:mm'], book }))
  expect(all[0]).toEqual({
    row: 2,
    cells: ['2024-01-31 12:00:00', 'true', 'false', '2024-01-31', '2024-01-31 08:30:00', '#N/A'],
    problem: 'import.error-value',
  })
})

test('rows and cells may have gaps, prefixes, comments and no places', async () => {
  const rows =
    '<x:row r="3"><x:c r="B3" t="str"><x:v>Name</x:v></x:c>' +
    '<x:c r="D3" t="str"><x:v>City</x:v></x:c></x:row>' +
    "<!-- > --><x:row r='5'/><x:row r='9'><x:c r='B9' t='str'><x:v>a>b</x:v></x:c>" +
    '<x:c t="str"><x:v><![CDATA[<&>]]></x:v></x:c><x:c/></x:row>'
  const { header, headerRow, all } = await readAll('a.xlsx', zipOf(bookParts({ rows })))
  expect([header, headerRow]).toEqual([['Column 1', 'Name', 'Column 3', 'City'], 3])
  expect(all).toEqual([{ row: 9, cells: ['', 'a>b', '<&>'] }])
})

test('the first visible sheet is read unless another is chosen', async () => {
  const book = bookOfCells('<c t="str"><v>x</v></c>')
  const { kind, sheet, sheets } = await readAll('a.xlsx', book)
  expect([kind, sheet, sheets]).toEqual(['xlsx', '客戶 & Co', ['客戶 & Co', 'Hidden']])
  const other = await readAll('a.xlsx', book, { sheet: 'Hidden' })
  expect(other.header).toEqual(['Secret'])
  await expect(readAll('a.xlsx', book, { sheet: 'Nope' })).rejects.toMatchObject({
    rule: 'import.no-such-sheet',
  })
})

test('a sheet that is cut in any place reads the same', async () => {
  const names = Array.from({ length: 4000 }, (_, at) => `Größe & 中文 ${at}`)
  const rows = names.map((name) => `<row><c t="str"><v>${name.replace('&', '&amp;')}</v></c></row>`)
  const { all } = await readAll('a.xlsx', zipOf(bookParts({ rows: rows.join('') })))
  expect(all.map(({ cells }) => cells[0])).toEqual(names.slice(1))
})

test.each([
  ['12.50', '12.5'],
  ['1E-3', '0.001'],
  ['-1.5e3', '-1500'],
  ['1.2345678901234567E+20', '123456789012346000000'],
  ['6222021234567890123', '6222021234567890123'],
  ['1234.5600000000001', '1234.56'],
  ['-0', '0'],
  ['.5', '0.5'],
  ['abc', 'abc'],
  ['0x10', '0x10'],
])('the number %s is %s', (raw, text) => {
  expect(numberText(raw, { kind: 'plain' }, false)).toBe(text)
})

test('decimals of up to 15 digits come back as they went in', () => {
  const cents = fc.tuple(fc.maxSafeInteger(), fc.integer({ min: 0, max: 12 }))
  fc.assert(
    fc.property(cents, ([units, places]) => {
      const written = (Math.trunc(units / 10) / 10 ** places).toString()
      const text = numberText(written, { kind: 'plain' }, false)
      expect(text).toMatch(/^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/u)
      expect(Number(text)).toBeCloseTo(Number(written), 5)
      expect(Math.abs(Number(text) - Number(written))).toBeLessThanOrEqual(
        Math.abs(Number(written)) * 1e-14,
      )
    }),
  )
})

test.each([
  [1, '1900-01-01'],
  [59, '1900-02-28'],
  [61, '1900-03-01'],
  [36526, '2000-01-01'],
  [45322.999999999, '2024-02-01'],
  [45322.0000116, '2024-01-31 00:00:01.002'],
  [-1, '-1'],
  [9_999_999, '9999999'],
])('the day %d is %s', (serial, text) => {
  expect(numberText(String(serial), { kind: 'date' }, false)).toBe(text)
})

test('formats are told by their code or their number', () => {
  const kinds = (codes: string[]): string[] => codes.map((code) => formatOfCode(code).kind)
  expect(kinds(['General', 'G/通用格式', '0.00', '@', '"d"0', '[Red]0', '0.00E+00'])).toEqual(
    Array(7).fill('plain'),
  )
  expect(kinds(['m/d/yy', 'mmm', 'e/m/d', 'h:mm', 'mm:ss', '0%', '000'])).toEqual([
    'date',
    'date',
    'date',
    'time',
    'time',
    'percent',
    'padded',
  ])
  const numbered = [0, 2, 9, 14, 20, 22, 31, 46, 57].map((id) => builtInFormat(id).kind)
  expect(numbered).toEqual([
    'plain',
    'plain',
    'percent',
    'date',
    'time',
    'date',
    'date',
    'duration',
    'date',
  ])
})
