/** Text files as people have them: every row is accounted for, with the line it stands on. */
import { expect, test } from 'vitest'
import { readAll, rowsOf } from './made-files.ts'
import { parsePasted } from './read-table.ts'

test('rows come with the line they start on; empty ones are left out', async () => {
  const text = 'name,note\r\nA,"two\r\nlines"\r\n\r\n,\r\nB,x\nC,"a ""b"" c"\r\nD,5" pipe\n'
  const { header, headerRow, all } = await readAll('a.csv', text)
  expect(header).toEqual(['name', 'note'])
  expect(headerRow).toBe(1)
  expect(all).toEqual([
    { row: 2, cells: ['A', 'two\r\nlines'] },
    { row: 6, cells: ['B', 'x'] },
    { row: 7, cells: ['C', 'a "b" c'] },
    { row: 8, cells: ['D', '5" pipe'] },
  ])
})

test('rows with too few and too many cells are kept as they are and named', async () => {
  const { all } = await readAll('a.csv', 'a,b,c\n1,2\n1,2,3,4\n1,2,3,\n1,,\n')
  expect(all).toEqual([
    { row: 2, cells: ['1', '2'], problem: 'import.too-few-cells' },
    { row: 3, cells: ['1', '2', '3', '4'], problem: 'import.too-many-cells' },
    { row: 4, cells: ['1', '2', '3'] },
    { row: 5, cells: ['1', '', ''] },
  ])
})

test('an unquoted comma inside a text is put back only where it is clear', async () => {
  const text =
    'name,street,city\nA,Rua Orós, 92,Sao Paulo\nB, x, y,z,Rome\nC,1,2,3,Bonn\nD, x,y, z\n'
  const { all } = await readAll('a.csv', text)
  const [clear, alsoClear, ...unclear] = all
  expect(clear).toEqual({
    row: 2,
    cells: ['A', 'Rua Orós, 92', 'Sao Paulo'],
    notice: 'import.cells-joined',
  })
  expect(alsoClear?.cells).toEqual(['B, x, y', 'z', 'Rome'])
  expect(unclear).toEqual([
    { row: 4, cells: ['C', '1', '2', '3', 'Bonn'], problem: 'import.too-many-cells' },
    { row: 5, cells: ['D', ' x', 'y', ' z'], problem: 'import.too-many-cells' },
  ])
})

test('spaces around quotes and Excel formulas for text are no part of the cell', async () => {
  const text = 'a, "b, c",d\n="0012", "x, y" ,"z"\t\n'
  const { header, all } = await readAll('a.csv', text)
  expect(header).toEqual(['a', 'b, c', 'd'])
  expect(all[0]?.cells).toEqual(['0012', 'x, y', 'z'])
  const tabs = await readAll('a.txt', 'a\t "b"\tc\n\t\t1\n"1" \t\t\n')
  expect(tabs.header).toEqual(['a', 'b', 'c'])
  expect(tabs.all.map(({ cells }) => cells)).toEqual([
    ['', '', '1'],
    ['1', '', ''],
  ])
})

test('names of columns are made distinct, nameless ones with content are numbered', async () => {
  const { header } = await readAll('a.csv', 'Phone,,Phone, Phone (2) ,,\n1,2,3,4,,\n')
  expect(header).toEqual(['Phone', 'Column 2', 'Phone (2)', 'Phone (2) (2)'])
})

test('titles above the header are passed over; the header can be chosen, or none', async () => {
  const text = '客戶清單\n製表日期,2024-01-31\n\n名稱,電話,城市\n宏達,123,臺北\n遠東,456,高雄\n'
  const guessed = await readAll('a.csv', text)
  expect(guessed.header).toEqual(['名稱', '電話', '城市'])
  expect(guessed.all.map(({ row }) => row)).toEqual([5, 6])
  const chosen = await readAll('a.csv', text, { headerRow: 5 })
  expect(chosen.header).toEqual(['宏達', '123', '臺北'])
  const none = await readAll('a.csv', 'x,1\ny,2\n', { headerRow: 0 })
  expect(none.header).toEqual(['Column 1', 'Column 2'])
  expect(none.preview).toEqual([
    ['x', '1'],
    ['y', '2'],
  ])
})

test('the preview has the first 20 rows, and rows can be read again and again', async () => {
  const lines = Array.from({ length: 50 }, (_, at) => `${at},x`)
  const table = await parsePasted(`n,t\n${lines.join('\n')}`)
  expect(table.preview).toHaveLength(20)
  expect((await rowsOf(table)).length).toBe(50)
  expect((await rowsOf(table)).at(-1)).toEqual({ row: 51, cells: ['49', 'x'] })
})

test('cells pasted from Excel keep tabs and line breaks inside of quotes', async () => {
  const table = await parsePasted('品名\t數量\t備註\r\n茶\t12\t\r\n"杯\n大"\t\t"a\tb"\r\n')
  expect(table.separator).toBe('\t')
  expect(table.header).toEqual(['品名', '數量', '備註'])
  expect(await rowsOf(table)).toEqual([
    { row: 2, cells: ['茶', '12', ''] },
    { row: 3, cells: ['杯\n大', '', 'a\tb'] },
  ])
})

test('a first line sep=; is obeyed and is no row', async () => {
  const { separator, header, all } = await readAll('a.csv', 'sep=;\r\na;b\r\n1,5;2\r\n')
  expect([separator, header, all]).toEqual([';', ['a', 'b'], [{ row: 3, cells: ['1,5', '2'] }]])
  const bare = await readAll('a.csv', 'sep=;\r\n1,5;2\r\n', { headerRow: 0 })
  expect(bare.preview).toEqual([['1,5', '2']])
})

test('encoding and separator can be chosen against the guess', async () => {
  const { header, encodingConfident } = await readAll('a.csv', 'ü;b\n1;2\n', {
    encoding: 'windows-1252',
    separator: ',',
  })
  expect(header).toEqual(['Ã¼;b'])
  expect(encodingConfident).toBe(true)
})

test('a quote that is never closed refuses the file, after the rows before it', async () => {
  const table = await parsePasted(`a,b\n${'1,2\n'.repeat(40)}3,"4\n5,6\n`)
  const seen: number[] = []
  const reading = async (): Promise<void> => {
    for await (const { row } of table.rows()) seen.push(row)
  }
  await expect(reading()).rejects.toMatchObject({
    rule: 'import.unclosed-quote',
    facts: { row: 42 },
  })
  expect(seen).toHaveLength(40)
})

test('limits: columns, rows, characters of a cell and of a row', async () => {
  const limits = { columns: 3, rows: 2, cellCharacters: 5, rowCharacters: 100 }
  const refused = (text: string): Promise<unknown> => readAll('a.csv', text, { limits })
  await expect(refused('a,b,c,d\n')).rejects.toMatchObject({ rule: 'import.too-many-columns' })
  await expect(refused('a\n1\n2\n3\n')).rejects.toMatchObject({ rule: 'import.too-many-rows' })
  await expect(refused(`a\n${'x'.repeat(200)}\n`)).rejects.toMatchObject({
    rule: 'import.row-too-long',
    facts: { row: 2, limit: 100 },
  })
  const { all } = await readAll('a.csv', 'a,b,c\n123456,1,1\n1,2,3,4\n', { limits })
  expect(all).toEqual([
    { row: 2, cells: ['12345', '1', '1'], problem: 'import.cell-too-long' },
    { row: 3, cells: ['1', '2', '3'], problem: 'import.too-many-cells' },
  ])
})
