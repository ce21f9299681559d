/** The Chinese texts agree with each other, are valid, and Simplified reads as on the mainland. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { kernelMessages } from '#kernel/messages.ts'
import { catalogueOf, readCatalogues, untranslated } from './catalogues.ts'
import { argumentsOf } from './message-check.ts'
import { simplified, simplifiedCatalogue } from './simplified.ts'
import glossary from './zh-Hans.glossary.json' with { type: 'json' }
import overrides from './zh-Hans.overrides.json' with { type: 'json' }

const own = readCatalogues(join(import.meta.dirname, '..', '..'))
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'catalogues-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function catalogues(name: string, files: Record<string, unknown>) {
  for (const [file, content] of Object.entries(files)) {
    const path = join(folder, name, file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  }
  return readCatalogues(join(folder, name))
}

test('no two parts of the product translate one text differently', () => {
  expect(own.conflicts()).toEqual([])
})

test('every text is a valid message that names the same values as the English one', () => {
  expect(own.faults()).toEqual([])
})

test('every refusal of the kernel is said in both scripts', () => {
  const english = Object.values(kernelMessages)
  expect(untranslated(english, catalogueOf('zh-Hant'))).toEqual([])
  expect(untranslated(english, catalogueOf('zh-Hans'))).toEqual([])
})

test('the overrides are for texts that exist', () => {
  expect(untranslated(Object.keys(overrides), catalogueOf('zh-Hant'))).toEqual([])
})

test('the files of all folders make one catalogue, English needs none', () => {
  const found = catalogues('good', {
    'a/a.zh-Hant.json': { Save: '儲存', 'Receivable {n}': '應收帳款 {n}' },
    'a/b/c.zh-Hant.json': { Save: '儲存', Order: '訂單' },
    'a/other.json': { Not: '讀' },
  })
  expect(found.of('zh-Hant')).toEqual({
    Save: '儲存',
    'Receivable {n}': '應收帳款 {n}',
    Order: '訂單',
  })
  expect(found.of('zh-Hans')).toEqual({
    Save: '保存',
    'Receivable {n}': '应收账款 {n}',
    Order: '订单',
  })
  expect(found.of('en')).toEqual({})
  expect([found.conflicts(), found.faults()]).toEqual([[], []])
})

test('conflicts and faults are found and named', () => {
  const found = catalogues('bad', {
    'a.zh-Hant.json': { Save: '儲存', 'All {n}': '全部', Broken: '壞 {' },
    'b.zh-Hant.json': { Save: '存檔' },
  })
  const texts = { 'a.zh-Hant.json': '儲存', 'b.zh-Hant.json': '存檔' }
  expect(found.conflicts()).toEqual([{ english: 'Save', texts }])
  expect(found.faults()).toContain('全部: names no values, not n')
  expect(found.faults().filter((fault) => fault.startsWith('壞 {: '))).toHaveLength(1)
})

test.each([['[]'], ['{"a": 1}'], ['{"a": ""}'], ['{"a": {"b": "c"}}'], ['null']])(
  '%s is refused as a catalogue',
  (content) => {
    const name = `wrong-${content.length}${content.charAt(1)}`
    expect(() => catalogues(name, { 'x.zh-Hant.json': content })).toThrow('not a flat map')
  },
)

test.each(Object.entries(glossary))('%s is %s', (traditional, word) => {
  expect(simplified(traditional)).toBe(word)
  expect(simplified(`「${traditional}」`)).toBe(`“${word}”`)
})

test.each([
  ['請輸入應收帳款的帳號，例如「A001」。', '请输入应收账款的账号，例如“A001”。'],
  ['登出後未送出的資料會保留在離線草稿。', '退出登录后未提交的数据会保留在离线草稿。'],
  ['這份合約的保固期限為 {months} 個月。', '这份合同的保修期限为 {months} 个月。'],
  ['<b>{count}</b> 筆資料已匯入', '<b>{count}</b> 条数据已导入'],
  ['預設的幣別可在設定裡檢視', '默认的币种可在设置里查看'],
  ['使用者沒有權限檢視這個檔案', '用户没有权限查看这个文件'],
  ['帳篷一頂', '帐篷一顶'],
])('%s is said %s', (traditional, expected) => {
  expect(simplified(traditional)).toBe(expected)
})

test('an override wins over the derived text', () => {
  const texts = { Owner: '負責人', Bin: '儲位' }
  expect(simplifiedCatalogue(texts, { Bin: '库位' })).toEqual({ Owner: '负责人', Bin: '库位' })
})

test('placeholders, plurals and tags survive whatever stands around them', () => {
  const words = fc.constantFrom(...Object.keys(glossary), '訂單', '的', '，', '「', '資料庫', ' ')
  const slots = fc.constantFrom(
    '{name}',
    '{n, number}',
    '{n, plural, one {# 筆資料} other {# 筆資料}}',
    '{kind, select, a {合約} other {{name} 範本}}',
    '<b>',
    '</b>',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(words, slots), { maxLength: 12 }), (pieces) => {
      const text = pieces.join('')
      expect(argumentsOf(simplified(text))).toEqual(argumentsOf(text))
    }),
  )
})
