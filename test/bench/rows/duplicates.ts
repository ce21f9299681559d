/** Likely duplicates of what is entered, and a scan of all customers. */
import { setTimeout } from 'node:timers/promises'
import type { DuplicatesAnswer, RunAnswer, RunBegun } from '#kernel/http/wire.ts'
import { manyClients, type BenchRun } from '../bench-run.ts'
import { expect, openHttp, type Http } from '../http.ts'
import { measure } from '../load.ts'
import { companyName, dice } from '../seed/names.ts'
import { ms, type Finding, type Section } from '../table.ts'

const longestLookup = 50
const longestScan = 600

export async function duplicates(run: BenchRun): Promise<Section> {
  const { big } = run.home.seeded
  const [seller, all] = [big.keys.sales, big.keys.administrator].map((key) =>
    openHttp(run.product.origin, key),
  )
  if (!seller || !all) throw new Error('Two keys are needed')
  const section = await lookUp(run, seller)
  section.findings.push(await scan(all))
  await seller.close()
  await all.close()
  return section
}

/** Names as they come, and phones that nobody has. */
async function lookUp(run: BenchRun, http: Http): Promise<Section> {
  const roll = dice(4711)
  const ask = async () => {
    const values = { name: companyName(roll), phone: `02-9${String(1_000_000 + roll(8_999_999))}` }
    const { likely, hidden } = await http.post<DuplicatesAnswer>('/api/customer/duplicates', {
      values,
    })
    expect(likely.length <= 5 && hidden.count >= 0, 'no answer')
  }
  const name = 'Likely duplicates of a customer being entered'
  const one = await measure({ clients: 1, seconds: run.seconds.one, run: ask, warmUp: 1 })
  const many = await measure({
    clients: manyClients,
    seconds: run.seconds.many,
    run: ask,
    warmUp: 1,
  })
  const isMet = one.failed === 0 && one.p95 <= longestLookup
  return {
    findings: [
      {
        measure: `${name}, 1 client, p50 / p95`,
        aim: `p95 ≤ ${longestLookup} ms`,
        result: one.failed > 0 ? `${one.failed} failed` : `${ms(one.p50)} / ${ms(one.p95)}`,
        met: isMet,
      },
    ],
    details: [
      { measure: name, measured: one },
      { measure: name, measured: many },
    ],
  }
}

async function scan(http: Http): Promise<Finding> {
  const startedAt = performance.now()
  const { id } = await http.post<RunBegun>('/api/customer/duplicates/scan', {})
  for (;;) {
    const state = await http.get<RunAnswer>(`/api/run/${id}`)
    const seconds = (performance.now() - startedAt) / 1000
    if (state.status !== 'running') return found(state, seconds)
    await setTimeout(500)
  }
}

function found({ status, done, changed }: RunAnswer, seconds: number): Finding {
  const result = `${Math.round(seconds)} s, ${changed.toLocaleString('en')} pairs`
  return {
    measure: `Scan of ${done.toLocaleString('en')} customers for duplicates`,
    aim: `≤ ${longestScan} s`,
    result: status === 'done' ? result : status,
    met: status === 'done' && seconds <= longestScan,
  }
}
