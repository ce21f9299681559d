/** A salesperson's list and record page beside the bare query and the list of a small company. */
import { Client } from 'pg'
import type { ListAnswer, RecordAnswer } from '#kernel/http/wire.ts'
import { withClient } from '#kernel/db/with-client.ts'
import type { BenchRun } from '../bench-run.ts'
import { manyClients } from '../bench-run.ts'
import { expect, openHttp, type Http } from '../http.ts'
import { inTurns, type Measured, type Wish } from '../load.ts'
import type { Company } from '../seed/company.ts'
import { startServer } from '../server.ts'
import { ms, times, type Section } from '../table.ts'

const listPath = '/api/customer?sort=name&limit=50'

export async function listAndRecord(run: BenchRun): Promise<Section> {
  const { big, small } = run.home.seeded
  const http = openHttp(run.product.origin, big.keys.sales)
  const other = openHttp(run.product.origin, small.keys.sales)
  const wanted = await firstPage(run, big)
  const wantedSmall = await firstPage(run, small)
  const bareServer = await startBare(run, big, http, wanted[0] ?? '')
  const bare = openHttp(bareServer.origin, null)
  try {
    await sameAnswers(http, bare, wanted)
    const lists = await compare(run, [
      listWish(http, listPath, wanted),
      listWish(bare, '/list', wanted),
      listWish(other, listPath, wantedSmall),
    ])
    const records = await compare(run, [
      recordWish(http, '/api/customer', wanted),
      recordWish(bare, '/record', wanted),
    ])
    return sectionOf(lists, records)
  } finally {
    for (const one of [http, other, bare]) await one.close()
    await bareServer.stop()
  }
}

type Runner = Wish['run']

/** The first salesperson's customers by name, asked of the database directly. */
function firstPage({ home }: BenchRun, company: Company): Promise<string[]> {
  return withClient(home.access.owner, async (client: Client) => {
    const found = await client.query<{ id: string }>(
      `select id from customer where tenant = $1 and owner = $2 and deleted_at is null
       order by name, id limit 50`,
      [company.tenant, company.salespeople[0]],
    )
    return found.rows.map((row) => row.id)
  })
}

async function startBare({ home }: BenchRun, company: Company, http: Http, id: string) {
  const page = await http.get<ListAnswer>(listPath)
  const record = await http.get<RecordAnswer>(`/api/customer/${id}`)
  const columns = {
    list: Object.keys(page.rows[0] ?? {}),
    record: Object.keys(record.row),
  }
  const { tenant, salespeople } = company
  const { actions } = record
  const bare = { connection: home.access.owner, tenant, owner: salespeople[0], columns }
  const wish = { ...bare, actions }
  return startServer('test/bench/bare.ts', { BARE: JSON.stringify(wish) }, '/list')
}

/** Both servers answer the same JSON, else the comparison means nothing. */
async function sameAnswers(http: Http, bare: Http, wanted: string[]): Promise<void> {
  const pages = [await http.get(listPath), await bare.get('/list')]
  expect(sorted(pages[0]) === sorted(pages[1]), 'the bare list differs from the program’s')
  const path = `/${wanted[0]}`
  const records = [await http.get(`/api/customer${path}`), await bare.get(`/record${path}`)]
  expect(sorted(records[0]) === sorted(records[1]), 'the bare record differs from the program’s')
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [two]) => (one < two ? -1 : 1)))
      : inner,
  )
}

function listWish(http: Http, path: string, wanted: readonly string[]): Runner {
  return async () => {
    const { rows } = await http.get<ListAnswer>(path)
    const right = rows.length === wanted.length && rows.every((row, at) => row.id === wanted[at])
    expect(right, 'the first page is another one')
  }
}

function recordWish(http: Http, path: string, ids: readonly string[]): Runner {
  return async (_client, turn) => {
    const id = ids[turn % ids.length] ?? ''
    const { row } = await http.get<RecordAnswer>(`${path}/${id}`)
    expect(row.id === id && typeof row.name === 'string', 'another record')
  }
}

async function compare(run: BenchRun, runners: readonly Runner[]): Promise<Measured[][]> {
  const found: Measured[][] = []
  for (const [clients, seconds] of [
    [1, run.seconds.one],
    [manyClients, run.seconds.many],
  ] as const) {
    const share = seconds / run.rounds
    const wishes = runners.map((one) => ({ clients, seconds: share, run: one, warmUp: 0.5 }))
    found.push(await inTurns(run.rounds, wishes))
  }
  return found
}

function sectionOf(lists: Measured[][], records: Measured[][]): Section {
  const [one, many] = lists
  const [recordOne, recordMany] = records
  const section: Section = { findings: [], details: [] }
  const add = (
    measure: string,
    pair: [Measured | undefined, Measured | undefined],
    limit: number,
    aim: string,
  ) => {
    const [mine, bare] = pair
    if (!mine || !bare) return
    const ratio = mine.p50 / bare.p50
    const result = `${ms(mine.p50)} / ${ms(bare.p50)}`
    const clients = mine.clients === 1 ? '1 client' : `${mine.clients} clients`
    const line = { measure: `${measure}, ${clients}, p50`, aim, result, ratio: times(ratio) }
    section.findings.push({ ...line, met: ratio <= limit && mine.failed + bare.failed === 0 })
  }
  for (const found of [one, many]) {
    add('List page of 50 of one’s own / bare', [found?.[0], found?.[1]], 2, '≤ 2×')
    add('The same list, big company / small company', [found?.[0], found?.[2]], 1.5, '≤ 1.5×')
  }
  for (const found of [recordOne, recordMany])
    add('Record page data / bare', [found?.[0], found?.[1]], 3, '≤ 3×')
  const names = ['List page, big company', 'List page, bare', 'List page, small company']
  for (const found of lists)
    for (const [index, measured] of found.entries())
      section.details.push({ measure: names[index] ?? '', measured })
  for (const found of records)
    for (const [index, measured] of found.entries())
      section.details.push({ measure: index ? 'Record, bare' : 'Record', measured })
  return section
}
