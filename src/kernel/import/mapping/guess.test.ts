/** Columns find their fields in English and both Chinese scripts, by name or by what they hold. */
import { expect, test } from 'vitest'
import { guessMapping, type Guess, type Target } from './guess.ts'
import { likeness, nameOf } from './names.ts'

const fields: Target[] = [
  { field: 'name', labels: ['Name', '名稱', '名称'], type: 'text', required: true },
  { field: 'contact', labels: ['Contact', '聯絡人', '联系人'], type: 'text' },
  { field: 'phone', labels: ['Phone', '電話', '电话'], type: 'phone' },
  { field: 'email', labels: ['E-mail', '電子郵件', '电子邮件'], type: 'email' },
  { field: 'address', labels: ['Address', '地址', '地址'], type: 'address' },
  { field: 'website', labels: ['Website', '網站', '网站'], type: 'url' },
  { field: 'country', labels: ['Country', '國家', '国家'], type: 'text' },
  {
    field: 'postalCode',
    labels: ['Postal code', '郵遞區號', '邮政编码', 'zip', 'postcode'],
    type: 'text',
  },
]

const fieldsOf = (guesses: Guess[]): (string | null)[] => guesses.map(({ field }) => field)

test('a Chinese customer list', () => {
  const header = ['客户名称', '联系人', '手机', '区县代码', '区县']
  const preview = [
    ['七台河市桃山区鑫鑫科技电脑工作室', '釋寶覺', '18162850000', '110101', '东城区'],
    ['三河市墨羽珠宝设计有限公司', '時載杲', '15713590000', '130121', '井陉县'],
  ]
  const guesses = guessMapping(header, preview, fields)
  expect(fieldsOf(guesses)).toEqual(['name', 'contact', 'phone', null, 'address'])
  expect(guesses.map(({ why }) => why)).toEqual(['similar', 'name', 'synonym', null, 'synonym'])
})

test('the code of something that is another field is not the code of the record', () => {
  const own: Target[] = [
    { field: 'code', labels: ['Code', '代碼', '代码', 'Customer ID'], type: 'text', unique: true },
    { field: 'district', labels: ['District', '區縣', '区县'], type: 'text' },
    { field: 'number', labels: ['Number', '編號', '编号'], type: 'serial', unique: true },
    { field: 'phone', labels: ['Phone', '電話', '电话'], type: 'phone' },
  ]
  const header = ['区县', '区县代码', '客户代码', 'Phone', 'Phone number']
  const guesses = guessMapping(header, [], own)
  expect(fieldsOf(guesses)).toEqual(['district', null, 'code', 'phone', null])
})

test('two names that end alike, each with a word of its own, are two things', () => {
  const own: Target[] = [
    { field: 'shortName', labels: ['Short name'], type: 'text' },
    { field: 'name', labels: ['Name', '名稱', '名称', 'Company name'], type: 'text' },
  ]
  expect(fieldsOf(guessMapping(['contactName', 'companyName'], [], own))).toEqual([null, 'name'])
})

test('Northwind', () => {
  const names =
    'customerID,companyName,contactName,contactTitle,address,city,' +
    'region,postalCode,country,phone,fax'
  const header = names.split(',')
  const row = ['ALFKI', 'Alfreds Futterkiste', 'Maria Anders', 'Owner', 'Obere Str. 57', 'Berlin']
  const preview = [[...row, 'NULL', '12209', 'Germany', '030-0074321', '030-0076545']]
  const guessed = guessMapping(header, preview, fields).filter(({ field }) => field !== null)
  expect(guessed.map(({ column, field }) => [header[column], field])).toEqual([
    ['companyName', 'name'],
    ['contactName', 'contact'],
    ['address', 'address'],
    ['postalCode', 'postalCode'],
    ['country', 'country'],
    ['phone', 'phone'],
  ])
})

test.each([
  ['公司名稱', 'name'],
  ['*名称（必填）', 'name'],
  ['COMPANY_NAME', 'name'],
  ['customername', 'name'],
  ['聯絡人姓名', 'contact'],
  ['聯絡電話', 'phone'],
  ['Mobile Phone Number', 'phone'],
  ['行動電話', 'phone'],
  ['Ｅ－ｍａｉｌ', 'email'],
  ['Email Address', 'email'],
  ['電子信箱', 'email'],
  ['Adress', 'address'],
  ['Street address', 'address'],
  ['ZIP', 'postalCode'],
  ['Website URL', 'website'],
  ['Web site', 'website'],
  ['Fax', null],
  ['Create Date', null],
  ['', null],
])('%j is %s', (label, field) => {
  expect(fieldsOf(guessMapping([label], [], fields))).toEqual([field])
})

test('the order of sureness: the name, a synonym, a likeness', () => {
  const sure = (label: string): Guess | undefined => guessMapping([label], [], fields)[0]
  expect(sure('Postal Code')).toMatchObject({ confidence: 1, why: 'name' })
  expect(sure('Postcode')).toMatchObject({ confidence: 0.95, why: 'synonym' })
  expect(sure('Mobile')).toMatchObject({ confidence: 0.85, why: 'synonym' })
  expect(sure('Adress')).toMatchObject({ why: 'similar' })
  expect(sure('Adress')?.confidence).toBeLessThan(0.85)
})

test('the last word says what a thing is', () => {
  const home: Target = { field: 'home', labels: ['Home'], type: 'text' }
  const fax: Target = { field: 'fax', labels: ['Fax'], type: 'text' }
  expect(fieldsOf(guessMapping(['Home fax'], [], [home, fax]))).toEqual(['fax'])
})

test('a field goes to the column that fits best, and to one only', () => {
  const guesses = guessMapping(['Phone 2', 'Phone', 'Phone'], [], fields)
  expect(fieldsOf(guesses)).toEqual([null, 'phone', null])
})

test('a column that does not hold what its name says is doubted', () => {
  const sure = (cell: string): number | undefined =>
    guessMapping(['Phone'], [[cell]], fields)[0]?.confidence
  expect(sure('+886 2 2712 3456')).toBe(1)
  expect(sure('NULL')).toBe(1)
  expect(sure('see remarks')).toBe(0.5)
})

test('nameless columns are told by what they hold', () => {
  const header = ['Column 1', 'Column 2', 'Column 3']
  const preview = [
    ['宏達', 'a@example.com', '02-2712 3456'],
    ['遠東', 'b@example.com', '0912-345-678'],
  ]
  const guesses = guessMapping(header, preview, fields)
  expect(fieldsOf(guesses)).toEqual([null, 'email', 'phone'])
  expect(guesses[1]).toMatchObject({ confidence: 0.6, why: 'content' })
})

test('content decides nothing where two fields could hold it, or against a name', () => {
  const dates: Target[] = [
    { field: 'since', labels: ['Since'], type: 'date' },
    { field: 'until', labels: ['Until'], type: 'date' },
  ]
  expect(fieldsOf(guessMapping(['Column 1'], [['2024-01-31']], dates))).toEqual([null])
  expect(fieldsOf(guessMapping(['Column 1'], [['2024-01-31']], dates.slice(1)))).toEqual(['until'])
  expect(fieldsOf(guessMapping(['Seen'], [['2024-01-31']], dates.slice(1)))).toEqual([null])
})

test('a field says itself what its values look like', () => {
  const isGrade = (value: string): boolean => ['A', 'B', 'C'].includes(value)
  const grade: Target = { field: 'grade', labels: ['Grade'], type: 'choice', looksLike: isGrade }
  const guess = guessMapping(['Class'], [['A'], ['C'], ['B']], [grade])
  expect(guess).toEqual([{ column: 0, field: 'grade', confidence: 0.4, why: 'content' }])
  expect(fieldsOf(guessMapping(['Class'], [['A'], ['7']], [grade]))).toEqual([null])
})

test('names are one whatever their case, script, width, breaks and brackets', () => {
  const same = [
    'companyName',
    'Company name',
    'COMPANY-NAME',
    ' company  name (full)',
    'CompanyName',
  ]
  expect(new Set(same.map((text) => nameOf(text).key))).toEqual(new Set(['companyname']))
  expect(nameOf('客戶名稱').key).toBe(nameOf('客户名称').key)
  expect(nameOf('（電話）').key).toBe('电话')
  expect(nameOf('SKUCode').words).toEqual(['sku', 'code'])
})

test('likeness knows no order of the two, and different things are not alike', () => {
  const pairs = ['Phone', 'Home phone', '电话', '联系电话', 'Fax', 'Address', 'Adress', 'Name']
  for (const a of pairs.map(nameOf)) {
    for (const b of pairs.map(nameOf)) expect(likeness(a, b)).toBe(likeness(b, a))
  }
  expect(likeness(nameOf('Phone'), nameOf('Fax'))).toBe(0)
  expect(likeness(nameOf('电话'), nameOf('地址'))).toBe(0)
})
