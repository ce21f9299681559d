/** What is kept is found by what people type: parts, pinyin, initials, numbers, either script. */
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from '#kernel/db/with-client.ts'
import { type ClonedDatabase, cloneDatabase } from '#kernel/testing/cluster.ts'
import { quoteToken } from './search-pieces.ts'
import { tokensOf, tsqueryOf, tsvectorOf } from './search-tokens.ts'

let database: ClonedDatabase
beforeAll(async () => {
  database = await cloneDatabase({ empty: true })
})
afterAll(() => database.drop())

/** For each pair of a kept text and a query: does PostgreSQL find it? */
async function found(pairs: readonly (readonly [kept: string[], query: string])[]) {
  return withClient(database.access.owner, async (client) => {
    const vectors = pairs.map(([kept]) => tsvectorOf(kept))
    const queries = pairs.map(([, query]) => tsqueryOf(query))
    const text = `select coalesce(vector::tsvector @@ query::tsquery, false) as hit
      from unnest($1::text[], $2::text[]) with ordinality as pair (vector, query, at) order by at`
    const { rows } = await client.query<{ hit: boolean }>(text, [vectors, queries])
    return rows.map((row) => row.hit)
  })
}

const FINDS: [string, string][] = [
  ['重慶鼎盛科技有限公司', '鼎盛'],
  ['重慶鼎盛科技有限公司', '重庆 科技'],
  ['重慶鼎盛科技有限公司', '盛'],
  ['重慶鼎盛科技有限公司', 'chongqing'],
  ['重慶鼎盛科技有限公司', 'dskj'],
  ['重慶鼎盛科技有限公司', 'dingsheng'],
  ['重慶鼎盛科技有限公司', 'ding sheng'],
  ['重慶鼎盛科技有限公司', 'chongqingdingshengkejiyouxiangongsi'],
  ['宏達國際', '宏达国际'],
  ['宏达国际', '宏達國際'],
  ['乾坤科技', 'qiankun'],
  ['乾坤科技', '乾坤'],
  ['王 小明', '王小明'],
  ['王小明', '王 小明'],
  ['曾國藩', 'zeng'],
  ['單雄信', 'sxx'],
  ['呂布', 'lvbu'],
  ['呂布', 'lubu'],
  ['Königlich Essen', 'konig'],
  ['Koniglich Essen', 'KÖNIGLICH'],
  ["B's Beverages", "b's bev"],
  ['ＡＢＣ公司', 'abc'],
  ['M2041', '2041'],
  ['M2041', 'm-2041'],
  ['SO-202611-0382', 'SO-202611-0382'],
  ['SO-202611-0382', 'so2026110382'],
  ['SO-202611-0382', '202611-0382'],
  ['SO-202611-0382', '0382'],
  ['SO-202611-0382', '382'],
  ['SO-202611-0382', 'so-2026'],
  ['+886212345678', '5678'],
  ['+886212345678', '1234'],
  ['+886212345678', '02-1234-5678'],
  ['+886212345678', '(02) 1234 5678'],
  ['+886212345678;ext=12', '+886 2 1234-5678 #12'],
  ['+886912345678', '0912 345 678'],
  ['+886912345678', '0912345678'],
  ['+8613812345678', '138 1234 5678'],
  ['02-1234-5678', '12345678'],
  ['wang.xiaoming@example.com', 'wang.xiaoming@example.com'],
  ['wang.xiaoming@example.com', 'xiaoming'],
  ['wang.xiaoming@example.com', '@example.com'],
  ['a-long-local-part-of-an-address@example.com', 'a-long-local-part-of-an-address@example.com'],
  ['コーヒー豆', 'コーヒー'],
  ['𠮷野家', '𠮷野'],
]

test('kept texts are found by what people type', async () => {
  const hits = await found(FINDS.map(([kept, query]) => [[kept], query]))
  expect(FINDS.filter((_, index) => !hits[index])).toEqual([])
})

const MISSES: [string, string][] = [
  ['重慶鼎盛科技有限公司', '盛鼎'],
  ['重慶鼎盛科技有限公司', '重庆 贸易'],
  ['宏達國際', 'hongtu'],
  ['SO-202611-0382', '383'],
  ['+886212345678', '5679'],
]

test('what is not there is not found', async () => {
  const hits = await found(MISSES.map(([kept, query]) => [[kept], query]))
  expect(MISSES.filter((_, index) => hits[index])).toEqual([])
})

test('all texts of a record count together', async () => {
  const kept = ['鼎盛科技', 'SO-202611-0382', '+886912345678']
  expect(await found([[kept, '鼎盛 382 5678']])).toEqual([true])
})

test.each(['', ' ', 'a', '5', '-', '!!!', "'", '\\', '\u0000', ':*', '&|!()', '😀', '\uD800'])(
  '%j asks for nothing',
  (query) => {
    expect(tsqueryOf(query)).toBeNull()
  },
)

const nasty = fc.constantFrom("'", "''", '\\', '\u0000', ':', '*', '&', '|', '!', '(', '<->', ' ')
const odd = fc.constantFrom('\uD83D', '\uDE00', '😀', '王', '臺', 'ﬁ', 'İ', '̈', '٣', '𐐀', 'ß', '-')
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.oneof(nasty, odd, fc.string({ unit: 'binary-ascii', maxLength: 3 })), {
      maxLength: 40,
    })
    .map((pieces) => pieces.join('')),
)

test('any text makes a literal that PostgreSQL takes', async () => {
  const pairs = fc.sample(fc.tuple(anyText, anyText), 2000)
  const hits = await found(pairs.map(([kept, query]) => [[kept], query]))
  expect(hits).toHaveLength(pairs.length)
})

test('any text of some length finds itself', async () => {
  const words = fc.array(
    fc.constantFrom('王', '臺', '灣', 'ab', '12', '0', '-', ' ', 'é', '’', 'x1'),
    {
      minLength: 3,
      maxLength: 12,
    },
  )
  const texts = fc.sample(words, 1000).map((pieces) => pieces.join(''))
  const searchable = texts.filter((text) => tsqueryOf(text) !== null)
  const hits = await found(searchable.map((text) => [[text], text]))
  expect(searchable.filter((_, index) => !hits[index])).toEqual([])
})

test('a huge text stays within what PostgreSQL takes', async () => {
  const hanzi = Array.from({ length: 20_000 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join(
    '',
  )
  const words = Array.from({ length: 100 }, (_, at) =>
    Array.from({ length: 300 }, (_, index) => `${at}x${index}${'я'.repeat(26)}`).join(' '),
  )
  expect(await found([[[...words, hanzi, '鼎盛'.repeat(50_000)], 'xyz']])).toEqual([false])
})

test('letters beyond the basic plane are never cut in two', () => {
  const tokens = tokensOf(`a${'𐐀'.repeat(40)}`)
  expect(tokens.filter((token) => !token.isWellFormed())).toEqual([])
})

test('a token is quoted for PostgreSQL whatever it holds', async () => {
  const odd = fc.sample(fc.string({ unit: nasty, minLength: 1 }), 50)
  const tokens = odd.map((token) => token.replaceAll('\u0000', '')).filter(Boolean)
  const rows = await withClient(database.access.owner, async (client) => {
    const text = `select tsvector_to_array(vector::tsvector) as token
      from unnest($1::text[]) as vector`
    return (await client.query<{ token: string[] }>(text, [tokens.map(quoteToken)])).rows
  })
  expect(rows.map((row) => row.token)).toEqual(tokens.map((token) => [token]))
})

test('tokens do not repeat', () => {
  const tokens = tokensOf('鼎盛鼎盛 AB ab 0912-345-678')
  expect(new Set(tokens).size).toBe(tokens.length)
})
