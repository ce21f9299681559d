/** Files come in the codes of three decades and several countries; none turns to gibberish. */
import * as fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { decodeStream, detectEncoding, type Encoding } from './encoding.ts'
import { readAll } from './made-files.ts'

const simplified = '客户名称,联系人\n深圳市宏达贸易有限公司,陈小明\n上海远东进出口有限公司,王丽\n'
const traditional =
  '客戶名稱,聯絡人\n臺北宏達貿易股份有限公司,陳小明\n高雄遠東進出口有限公司,王麗\n'
const european =
  'Name,Stadt\nMüller & Söhne,Düsseldorf\nGarçon Frères,Besançon\nPeña e Hijos,Málaga\n'

test.each<[Encoding, string]>([
  ['utf-8', simplified],
  ['utf-8', european],
  ['utf-16le', simplified],
  ['utf-16be', traditional],
  ['utf-16le', european],
  ['gb18030', simplified],
  ['gb18030', traditional],
  ['big5', traditional],
  ['windows-1252', european],
  ['windows-1252', 'Name\nÄrzte\nÄpfel\nÅse\n'],
])('a text in %s is recognised without a mark', (encoding, text) => {
  expect(detectEncoding(iconv.encode(text, encoding))).toMatchObject({ encoding, bom: false })
})

test.each<Encoding>(['utf-8', 'utf-16le', 'utf-16be'])('a byte order mark tells %s', (encoding) => {
  const bytes = iconv.encode('a,b', encoding, { addBOM: true })
  expect(detectEncoding(bytes)).toEqual({ encoding, bom: true, confident: true })
})

test('plain ASCII is UTF-8, and a head cut inside a character too', () => {
  expect(detectEncoding(Buffer.from('a,b\n1,2'))).toMatchObject({ encoding: 'utf-8' })
  const cut = Buffer.from(simplified).subarray(0, 100)
  expect(detectEncoding(cut)).toEqual({ encoding: 'utf-8', bom: false, confident: true })
})

test('one broken character does not turn a UTF-8 file into another code', () => {
  const broken = Buffer.concat([Buffer.from(simplified), Buffer.from([0xe5, 0xae, 0x0a])])
  expect(detectEncoding(broken)).toEqual({ encoding: 'utf-8', bom: false, confident: false })
})

test('a guess on two characters is not called sure', () => {
  expect(detectEncoding(iconv.encode('宏達', 'big5')).confident).toBe(false)
  expect(detectEncoding(iconv.encode(traditional, 'big5')).confident).toBe(true)
})

test('Chinese names after a thousand English ones are still seen', async () => {
  const english = 'Ordinary Trading Company Limited,Smith\n'.repeat(5000)
  const content = iconv.encode(`name,contact\n${english}${traditional}`, 'big5')
  const { encoding, all } = await readAll('late.csv', content)
  expect(encoding).toBe('big5')
  expect(all.at(-1)?.cells).toEqual(['高雄遠東進出口有限公司', '王麗'])
})

const letters = fc.constantFrom(...Array.from('a,\n"é臺灣𠮷𠝹中文客戶'))
const texts = fc
  .array(fc.oneof(letters, fc.string({ unit: 'grapheme' })))
  .map((all) => all.join(''))

test.each<Encoding>(['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'])(
  'reading %s does not depend on where the stream is cut',
  async (encoding) => {
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 1, max: 7 }), async (text, size) => {
        const bytes = iconv.encode(text, encoding)
        fc.pre(iconv.decode(bytes, encoding) === text)
        const decoded = await Array.fromAsync(decodeStream(inPieces(bytes, size), encoding))
        expect(decoded.join('')).toBe(text.replace(/^\uFEFF/u, ''))
      }),
    )
  },
)

test('cells with broken bytes, zero bytes and lost characters are counted', async () => {
  const head = Buffer.from('name,city\nMüller,Köln\n')
  const broken = Buffer.from([0x41, 0xff, 0x42, 0x2c, 0x43, 0x00, 0x0a])
  const { all } = await readAll('broken.csv', Buffer.concat([head, broken]), { encoding: 'utf-8' })
  expect(all[0]).toEqual({ row: 2, cells: ['Müller', 'Köln'] })
  const notice = 'import.unreadable-characters'
  expect(all[1]).toEqual({ row: 3, cells: ['A\uFFFDB', 'C\uFFFD'], notice, unreadable: 2 })
})

test('question marks that stand for lost characters are told from others', async () => {
  const content = iconv.encode('名稱,備註,電話\n宏?貿易,好嗎?,123?\n??,收到?,?\n', 'big5')
  const { all } = await readAll('lost.csv', content, { encoding: 'big5' })
  expect(all.map(({ unreadable }) => unreadable)).toEqual([1, 1])
})

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
