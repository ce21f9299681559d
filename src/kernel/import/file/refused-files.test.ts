/** What cannot be read is refused by name; no file can exhaust the machine. */
import { expect, test } from 'vitest'
import { bookOfCells, bookParts, madeFiles, readAll, zipOf } from './made-files.ts'
import { openTable } from './read-table.ts'

const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const filler = Buffer.alloc(70_000)

test.each<[string, Uint8Array | string, string]>([
  ['old.xls', Buffer.concat([ole, filler]), 'xls'],
  [
    'locked.xlsx',
    Buffer.concat([ole, filler, Buffer.from('EncryptedPackage', 'utf16le'), filler]),
    'encrypted',
  ],
  ['a.pdf', '%PDF-1.7 ...', 'pdf'],
  ['a.csv', Buffer.from('89504e470d0a1a0a', 'hex'), 'png'],
  ['a.csv.gz', Buffer.from('1f8b0800', 'hex'), 'gzip'],
  ['a.bin', Buffer.from(Array.from({ length: 500 }, (_, at) => (at * 7) % 11)), 'binary'],
  ['statement.xls', '<html><table><tr><td>1</td></tr></table></html>', 'html'],
  ['a.xlsx', 'a,b\n1,2\n', 'not-a-workbook'],
  ['a.xlsb', zipOf({ '_rels/.rels': '', 'xl/workbook.bin': '' }), 'xlsb'],
  ['a.ods', zipOf({ mimetype: 'x', 'content.xml': '' }), 'ods'],
  ['a.docx', zipOf({ '_rels/.rels': '', 'word/document.xml': '' }), 'docx'],
  ['photos.zip', zipOf({ 'a.jpg': 'x' }), 'zip'],
])('%s is refused by its content as %3$s', async (name, content, format) => {
  await expect(readAll(name, content)).rejects.toMatchObject({
    rule: 'import.unreadable-format',
    facts: { format },
  })
})

test('a text file is read whatever its name says of old Excel', async () => {
  const { header } = await readAll('bank.xls', 'a\tb\n1\t2\n')
  expect(header).toEqual(['a', 'b'])
})

test.each(['', '\uFEFF', '\n \n', ',,\n'])(
  'a file without content is refused: %j',
  async (text) => {
    await expect(readAll('a.csv', text)).rejects.toMatchObject({ rule: 'import.empty-file' })
  },
)

test('an empty workbook is refused, one with only a header is an empty table', async () => {
  const empty = readAll('a.xlsx', zipOf(bookParts({ rows: '<row r="1"/>' })))
  await expect(empty).rejects.toMatchObject({ rule: 'import.empty-file' })
  const { all, preview } = await readAll('a.csv', 'a,b\n')
  expect([all, preview]).toEqual([[], []])
})

test('a file over the limit is refused before it is read', async () => {
  const reading = readAll('a.csv', 'a\n1\n', { limits: { fileBytes: 3 } })
  await expect(reading).rejects.toMatchObject({ rule: 'import.file-too-large' })
})

test('a workbook that unpacks to more than allowed is stopped, also when it lies', async () => {
  const rows = `<row><c t="str"><v>a</v></c></row>${'<row/>'.repeat(200_000)}`
  const limits = { sheetBytes: 100_000 }
  for (const lie of [undefined, 10]) {
    const reading = readAll('bomb.xlsx', zipOf(bookParts({ rows }), lie), { limits })
    await expect(reading).rejects.toMatchObject({ rule: 'import.file-too-large' })
  }
})

test('shared texts that unpack to more than allowed are stopped', async () => {
  const shared = '<si><t>x</t></si>'.repeat(50_000)
  const reading = readAll('bomb.xlsx', bookOfCells('', { shared }), {
    limits: { partBytes: 100_000 },
  })
  await expect(reading).rejects.toMatchObject({ rule: 'import.file-too-large' })
})

test('endless empty rows, endless tags and endless cells are stopped', async () => {
  const emptyRows = zipOf(bookParts({ rows: '<row/>'.repeat(1000) }))
  await expect(readAll('a.xlsx', emptyRows, { limits: { rows: 100 } })).rejects.toMatchObject({
    rule: 'import.too-many-rows',
  })
  const tag = zipOf(bookParts({ rows: `<row spans="${'1'.repeat(3_000_000)}"/>` }))
  await expect(readAll('a.xlsx', tag)).rejects.toMatchObject({ rule: 'import.damaged-file' })
  const cell = `<c t="str"><v>${'x'.repeat(3_000_000)}</v></c>`
  const { all } = await readAll('a.xlsx', bookOfCells(cell))
  expect(all[0]).toEqual({ row: 2, cells: ['x'.repeat(32_767)], problem: 'import.cell-too-long' })
})

test('a cell far to the right does not make a row of thousands', async () => {
  const cells = '<c r="A2" t="str"><v>a</v></c><c r="XFD2" t="str"><v>b</v></c>'
  const { all } = await readAll('a.xlsx', bookOfCells(cells))
  expect(all).toEqual([{ row: 2, cells: ['a'], problem: 'import.too-many-cells' }])
})

test('a damaged workbook is refused, wherever it is damaged', async () => {
  const whole = bookOfCells('<c t="str"><v>x</v></c>')
  const damaged = [
    whole.subarray(0, -30),
    whole.subarray(0, 600),
    Buffer.from(whole).fill(0, 60, 300),
    zipOf({ ...bookParts({ rows: '' }), 'xl/_rels/workbook.xml.rels': '<Relationships/>' }),
  ]
  for (const content of damaged) {
    await expect(readAll('a.xlsx', content)).rejects.toMatchObject({ name: 'Refusal' })
  }
  const flipped = Buffer.from(whole)
  const sheet = flipped.indexOf('first.xml') + 'first.xml'.length
  flipped.fill(0xff, sheet + 5, sheet + 9)
  await expect(readAll('a.xlsx', flipped)).rejects.toMatchObject({ rule: 'import.damaged-file' })
  const wrongSum = Buffer.from(whole)
  wrongSum.writeUInt32LE(7, wrongSum.lastIndexOf('xl/worksheets/first.xml') - 46 + 16)
  await expect(readAll('a.xlsx', wrongSum)).rejects.toMatchObject({ rule: 'import.damaged-file' })
})

test('a sheet that says it is too big is refused before its rows are read', async () => {
  const rows = '<row><c t="str"><v>a</v></c></row>'.repeat(50_000)
  await using files = await madeFiles()
  const file = await files.write('big.xlsx', zipOf(bookParts({ rows })))
  const opening = openTable(file, { limits: { sheetBytes: 1_000_000 } })
  await expect(opening).rejects.toMatchObject({ rule: 'import.file-too-large' })
})
