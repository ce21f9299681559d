/** A day with customers: everything about one, whom to contact, what a rule takes, handing over. */
import { setTimeout } from 'node:timers/promises'
import type { ListAnswer, RecordAnswer, RunAnswer, RunBegun } from '#kernel/http/wire.ts'
import { addDays } from '#kernel/time/date.ts'
import type { BenchRun } from '../bench-run.ts'
import { expect, openHttp, type Http } from '../http.ts'
import { measure, type Measured } from '../load.ts'
import { interactionsEach } from '../seed/interactions.ts'
import { ms, type Finding, type Section } from '../table.ts'
import { buyersOf } from './customers.ts'

const longestPage = 100
const longestPreview = 10
const longestTransfer = 20

export async function customerWork(run: BenchRun): Promise<Section> {
  const { big } = run.home.seeded
  const [seller, all] = [big.keys.sales, big.keys.administrator].map((key) =>
    openHttp(run.product.origin, key),
  )
  if (!seller || !all) throw new Error('Two keys are needed')
  const page = await wholePage(run, seller, buyersOf(big.customers, 0))
  const due = await dueList(run, seller)
  const findings = [page.finding, due.finding, await recallPreview(all)]
  findings.push(...(await handOver(all, big.salespeople)))
  await seller.close()
  await all.close()
  const details = [page, due].map(({ name, measured }) => ({ measure: name, measured }))
  return { findings, details }
}

interface Found {
  name: string
  measured: Measured
  finding: Finding
}

async function timed(run: BenchRun, name: string, ask: () => Promise<void>): Promise<Found> {
  const measured = await measure({ clients: 1, seconds: run.seconds.one, run: ask, warmUp: 2 })
  const { failed, p50, p95 } = measured
  const result = failed > 0 ? `${failed} failed` : `${ms(p50)} / ${ms(p95)}`
  const met = failed === 0 && p95 <= longestPage
  const aim = `p95 ≤ ${longestPage} ms`
  return { name, measured, finding: { measure: `${name}, p50 / p95`, aim, result, met } }
}

const filter = (where: object) => encodeURIComponent(JSON.stringify(where))

/** What the page of a customer asks, all at once as the browser does. */
function wholePage(run: BenchRun, http: Http, customers: readonly string[]): Promise<Found> {
  let turn = 0
  const yesterday = addDays(new Date().toISOString().slice(0, 10), -1)
  return timed(run, 'Everything about a customer, 360° page', async () => {
    const customer = customers[(turn += 1) % customers.length] ?? ''
    const listOf = (entity: string, where: object, more = '') =>
      http.get<ListAnswer>(`/api/${entity}?where=${filter({ customer, ...where })}${more}`)
    const late = { status: 'confirmed', requiredOn: { until: yesterday } }
    const [record, talks, orders] = await Promise.all([
      http.get<RecordAnswer>(`/api/customer/${customer}`),
      listOf('interaction', {}, '&sort=-happenedAt'),
      listOf('order', {}, '&sort=-createdAt&limit=10'),
      listOf('contact', {}),
      listOf('customer-account', {}),
      listOf('receivable', { status: 'open', dueOn: { until: yesterday } }, '&sort=dueOn'),
      listOf('quote', { status: 'sent' }, '&sort=validUntil'),
      listOf('order', { status: ['draft', 'confirmed'] }, '&sort=requiredOn'),
      listOf('order', late, '&sort=requiredOn'),
      http.get(`/api/customer/${customer}/history`),
      http.get(`/api/file?where=${filter({ entity: 'customer', record: customer })}`),
    ])
    expect(record.row.id === customer, 'another customer')
    expect(talks.rows.length === interactionsEach, 'other contact records')
    expect(orders.rows.length > 0, 'no orders')
  })
}

function dueList(run: BenchRun, http: Http): Promise<Found> {
  const where = filter({ nextContactOn: { within: 'until-today' } })
  return timed(run, 'Whom to contact today, page of 50 and count', async () => {
    const page = `/api/customer?where=${where}&sort=nextContactOn&limit=50&count=1`
    const { rows } = await http.get<ListAnswer>(page)
    expect(rows.length > 0, 'nobody is to be contacted')
  })
}

/** As the rule asks: left alone for thirty days, counted over the whole base. */
async function recallPreview(http: Http): Promise<Finding> {
  const long = { within: 'over-29-days-ago' }
  const where = filter({
    owner: { empty: false },
    ownedSince: long,
    any: [{ lastContactAt: { empty: true } }, { lastContactAt: long }],
  })
  const startedAt = performance.now()
  const { rows } = await http.get<ListAnswer>(`/api/customer?where=${where}&limit=50&count=1`)
  const seconds = (performance.now() - startedAt) / 1000
  return {
    measure: 'What a recall rule would take tonight, page and count over all customers',
    aim: `≤ ${longestPreview} s`,
    result: `${seconds.toFixed(2)} s, ${rows.length} on the first page`,
    met: seconds <= longestPreview,
  }
}

/** Ten thousand customers of one salesperson to another, and back. */
async function handOver(http: Http, people: readonly string[]): Promise<Finding[]> {
  const [from = '', to = ''] = people.slice(-2)
  const where = { owner: from }
  const startedAt = performance.now()
  const wish = { where, patch: { owner: to } }
  const there = await ended(http, await http.post<Begun>('/api/customer/bulk', wish))
  const seconds = (performance.now() - startedAt) / 1000
  const backAt = performance.now()
  const path = `/api/operation/${there.operation}/undo`
  const undone = await ended(http, await http.post<Begun>(path, {}))
  const backSeconds = (performance.now() - backAt) / 1000
  return [
    transferred('Bulk transfer of', there, seconds),
    transferred('Undo of a bulk transfer of', undone, backSeconds),
  ]
}

function transferred(what: string, { status, changed }: RunAnswer, seconds: number): Finding {
  const isDone = status === 'done'
  return {
    measure: `${what} ${changed.toLocaleString('en')} customers`,
    aim: `≤ ${longestTransfer} s`,
    result: isDone ? `${seconds.toFixed(1)} s` : status,
    met: isDone && seconds <= longestTransfer,
  }
}

/** Few are done at once; so many are a run of their own. */
interface Begun {
  run: RunBegun | null
}

async function ended(http: Http, { run }: Begun): Promise<RunAnswer> {
  expect(run !== null, 'it was done at once')
  for (;;) {
    const state = await http.get<RunAnswer>(`/api/run/${run?.id}`)
    if (state.status !== 'running') return state
    await setTimeout(200)
  }
}
