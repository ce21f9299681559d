/** Searches by characters and pinyin: rare to very common words, among one's own and all. */
import type { Client } from 'pg'
import type { ListAnswer, SearchAnswer } from '#kernel/http/wire.ts'
import { withClient } from '#kernel/db/with-client.ts'
import { tsqueryOf } from '#kernel/text/search-tokens.ts'
import { manyClients, type BenchRun } from '../bench-run.ts'
import { expect, openHttp, type Http } from '../http.ts'
import { measure, type Measured } from '../load.ts'
import type { Company } from '../seed/company.ts'
import { ms, type Finding, type Section } from '../table.ts'

/** What people type, by how many of a million it finds: under 400, thousands, a tenth and more. */
const words = {
  'rare, Chinese': ['鼎盛', '宏達', '博遠', '泰和', '永嘉', '瑞祥', '鴻圖', '春曉'],
  'medium, Chinese': ['印刷', '光電', '茶業', '紡織', '鐘錶'],
  'very common, Chinese': ['科技', '有限', '公司', '電子', '貿易'],
  'rare, pinyin': ['dingsheng', 'hongda', 'boyuan', 'dskj', 'rxgj'],
  'medium, pinyin': ['yinshua', 'guangdian', 'chaye', 'fangzhi', 'zhongbiao'],
  'very common, pinyin': ['keji', 'youxian', 'sh', 'ds', 'gj'],
}

const pageSize = 50
const mostHits = 30

type Who = 'a salesperson’s own' | 'all customers'

interface Wanted {
  word: string
  /** Ids of all that should be found. */
  ids: Set<string>
}

export async function searches(run: BenchRun): Promise<Section> {
  const { big } = run.home.seeded
  const section: Section = { findings: [], details: [] }
  for (const who of ['a salesperson’s own', 'all customers'] as const) {
    const key = who === 'all customers' ? big.keys.administrator : big.keys.sales
    const http = openHttp(run.product.origin, key)
    const owner = who === 'all customers' ? null : (big.salespeople[0] ?? null)
    const asked: Wanted[] = []
    for (const [name, list] of Object.entries(words)) {
      const wanted = await Promise.all(list.map((word) => truth(run, big, word, owner)))
      asked.push(...wanted)
      await oneByOne(run, http, who, name, wanted, section)
    }
    section.details.push(await allTogether(run, http, who, asked))
    await http.close()
  }
  return section
}

/** What the database finds without any of the program's shortcuts. */
function truth(
  { home }: BenchRun,
  { tenant }: Company,
  word: string,
  owner: string | null,
): Promise<Wanted> {
  return withClient(home.access.owner, async (client: Client) => {
    const found = await client.query<{ id: string }>(
      `select c.id from search_doc d join customer c on c.tenant = d.tenant and c.id = d.record
       where d.tenant = $1 and d.entity = 'customer' and d.words @@ $2::tsquery
         and c.deleted_at is null and ($3::uuid is null or c.owner = $3)`,
      [tenant, tsqueryOf(word), owner],
    )
    return { word, ids: new Set(found.rows.map((row) => row.id)) }
  })
}

async function oneByOne(
  run: BenchRun,
  http: Http,
  who: Who,
  name: string,
  wanted: readonly Wanted[],
  section: Section,
): Promise<void> {
  const kinds = { list: askList, everything: askEverything }
  for (const [kind, ask] of Object.entries(kinds)) {
    const turns = (_client: number, turn: number) =>
      ask(http, wanted[turn % wanted.length] as Wanted)
    const seconds = run.seconds.one / 4
    const measured = await measure({ clients: 1, seconds, run: turns, warmUp: 0.2 })
    const title = kind === 'list' ? `List search, ${who}` : `Search everywhere, ${who}`
    section.findings.push(finding(`${title}, ${name}`, measured))
    section.details.push({ measure: `${title}, ${name}`, measured })
  }
}

function finding(title: string, { p50, p95, failed }: Measured): Finding {
  return {
    measure: `${title}, p50 / p95`,
    aim: 'p95 ≤ 30 ms',
    result: failed > 0 ? `${failed} failed` : `${ms(p50)} / ${ms(p95)}`,
    met: failed === 0 && p95 <= 30,
  }
}

async function askList(http: Http, { word, ids }: Wanted): Promise<void> {
  const page = await http.get<ListAnswer>(
    `/api/customer?q=${encodeURIComponent(word)}&sort=name&limit=${pageSize}`,
  )
  const right = page.rows.every((row) => ids.has(row.id))
  expect(right, `${word} found a customer without it`)
  expect(page.rows.length === Math.min(ids.size, pageSize), `${word} found ${page.rows.length}`)
}

async function askEverything(http: Http, { word, ids }: Wanted): Promise<void> {
  const { hits } = await http.get<SearchAnswer>(`/api/search?q=${encodeURIComponent(word)}`)
  const customers = hits.filter((hit) => hit.entity === 'customer')
  expect(
    customers.every((hit) => ids.has(hit.id)),
    `${word} found a customer without it`,
  )
  expect(hits.length <= mostHits, `${word} found too many`)
  expect(ids.size === 0 || customers.length > 0, `${word} found no customer`)
}

async function allTogether(run: BenchRun, http: Http, who: Who, wanted: readonly Wanted[]) {
  const ask = (_client: number, turn: number) =>
    askList(http, wanted[(turn * 7) % wanted.length] as Wanted)
  const measured = await measure({
    clients: manyClients,
    seconds: run.seconds.many / 2,
    run: ask,
    warmUp: 0.5,
  })
  return { measure: `List search, ${who}, all words in turn`, measured }
}
