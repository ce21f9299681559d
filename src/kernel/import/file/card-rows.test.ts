/** Business cards of phones and mail programs become rows; pictures and odd lines do no harm. */
import { expect, test } from 'vitest'
import { madeFiles } from './made-files.ts'
import { openTable } from './read-table.ts'

const folder = new URL('../../../../test/input/vcard/', import.meta.url)

async function rowsOf(path: string, name = path): Promise<Record<string, string>[]> {
  const table = await openTable({ path, name })
  const rows: Record<string, string>[] = []
  for await (const { cells } of table.rows())
    rows.push(Object.fromEntries(table.header.map((title, at) => [title, cells[at] ?? ''])))
  return rows
}

const real = (name: string) => rowsOf(new URL(name, folder).pathname)

test('cards of Outlook, iPhone and Evolution: those for work go first', async () => {
  const [outlook] = await real('John_Doe_MS_OUTLOOK.vcf')
  expect(outlook).toMatchObject({
    'Company name': 'IBM',
    'Contact name': 'Mr. John Richter James Doe Sr.',
    'Job title': 'Money Counter',
    Telephone: '(905) 555-1234',
    'E-mail': 'john.doe@ibm.cm',
    Street: 'Cresent moon drive',
    City: 'Albaney',
    Birthday: '1980-03-22',
  })
  const [phone] = await real('John_Doe_IPHONE.vcf')
  expect(phone).toMatchObject({
    Telephone: '905-777-1234',
    Mobile: '905-555-1234',
    Fax: '905-999-1234',
    Website: 'http://www.ibm.com',
    Country: 'USA',
    Birthday: '2012-06-06',
  })
  expect(await real('John_Doe_EVOLUTION.vcf')).toHaveLength(1)
  expect(await real('outlook-2003.vcf')).toHaveLength(1)
})

test('many cards in one file, and a card of the newest version', async () => {
  expect((await real('gmail-list.vcf')).length).toBeGreaterThan(1)
  const [newest] = await real('rfc6350-example.vcf')
  expect(newest).toMatchObject({ 'Contact name': 'Simon Perreault', 'Company name': 'Viagenie' })
})

test('Chinese in quoted-printable, no full name, no company, a card cut short', async () => {
  await using files = await madeFiles()
  const text = [
    'BEGIN:VCARD\r\nVERSION:2.1',
    'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=BC=B5;=E9=9B=85=\r\n=E5=A9=B7;;;',
    'TEL;CELL:0912 345 678\r\nEND:VCARD',
    'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:王 小明\r\nORG:宏達貿易\\, 有限公司;業務部',
    'ADR;TYPE=WORK:;;信義路五段7號;臺北市;;110;台灣\r\nNOTE:第一行\\n第二行\r\nEND:VCARD',
    'BEGIN:VCARD\r\nFN:Cut',
  ].join('\r\n')
  const rows = await rowsOf((await files.write('cards.vcf', text)).path, 'cards.vcf')
  expect(rows).toHaveLength(2)
  expect(rows[0]).toMatchObject({ 'Company name': '張雅婷', Mobile: '0912 345 678', Telephone: '' })
  expect(rows[1]).toMatchObject({
    'Company name': '宏達貿易, 有限公司',
    'Contact name': '王小明',
    Street: '信義路五段7號',
    Country: '台灣',
    Note: '第一行\n第二行',
  })
})
