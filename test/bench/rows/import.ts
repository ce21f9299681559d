/** Brings a file of customers in through the program's import, with its duplicate check. */
import { setTimeout as delay } from 'node:timers/promises'
import type { BenchRun } from '../bench-run.ts'
import { expect, openHttp, type Http } from '../http.ts'
import { companyName, dice } from '../seed/names.ts'
import { perSecond, type Section } from '../table.ts'

interface State {
  status: string
  total: number
  done: number
  created: number
  rejected: number
}

const header = ['Customer name', 'Code', 'Phone', 'Email', 'Level', 'City', 'Street']
const fields = ['name', 'code', 'phone', 'email', 'level', 'address.city', 'address.street']
/** One row in so many has the code of the row before it. */
const twinEvery = 100

export async function importFile(run: BenchRun): Promise<Section> {
  const rows = run.quick ? 5_000 : 50_000
  const http = openHttp(run.product.origin, run.home.seeded.big.keys.administrator)
  const form = new FormData()
  form.append('entity', 'customer')
  form.append('file', new Blob([csvOf(rows)]), 'customers.csv')
  const { id } = await http.upload<{ id: string }>('/api/import', form)
  const memory = { before: run.product.memoryMb() ?? 0, peak: 0, after: 0 }
  const mapping = Object.fromEntries(fields.map((field, index) => [String(index), field]))
  const startedAt = performance.now()
  await http.post(`/api/import/${id}/run`, { mapping, mode: 'create', createMissing: false })
  const done = await finished(run, http, id, memory)
  const seconds = (performance.now() - startedAt) / 1000
  memory.after = run.product.memoryMb() ?? 0
  await http.close()
  const twins = Math.floor((rows - 1) / twinEvery)
  expect(done.status === 'done' && done.total === rows, `the import ended as ${done.status}`)
  expect(done.created === rows - twins && done.rejected === twins, JSON.stringify(done))
  return sectionOf(rows, rows / seconds, memory)
}

async function finished(
  run: BenchRun,
  http: Http,
  id: string,
  memory: { peak: number },
): Promise<State> {
  for (;;) {
    const state = await http.get<State>(`/api/import/${id}`)
    memory.peak = Math.max(memory.peak, run.product.memoryMb() ?? 0)
    if (!['new', 'running'].includes(state.status)) return state
    await delay(200)
  }
}

function csvOf(rows: number): string {
  const roll = dice(rows)
  const mark = Date.now().toString(36)
  const lines = [header.join(',')]
  for (let index = 0; index < rows; index += 1) {
    const twin = index > 0 && index % twinEvery === 0
    const code = `I${mark}-${twin ? index - 1 : index}`
    const phone = `02-2${String(1_000_000 + roll(8_999_999))}`
    const street = `中正路${roll(900) + 1}號`
    const email = `i${index}@example${roll(900)}.com`
    lines.push([companyName(roll), code, phone, email, 'B', '臺北市', street].join(','))
  }
  return lines.join('\n')
}

function sectionOf(
  rows: number,
  speed: number,
  memory: { before: number; peak: number; after: number },
): Section {
  const count = rows.toLocaleString('en')
  const { before, peak, after } = memory
  return {
    findings: [
      {
        measure: `Import of ${count} rows with duplicate check`,
        aim: perSecond(5000),
        result: perSecond(speed),
        ratio: (speed / 5000).toFixed(2),
        met: speed >= 5000,
      },
      {
        measure: 'Memory of the server before / at most during / after the import',
        aim: 'constant',
        result: `${before} / ${peak} / ${after} MB`,
        met: null,
      },
    ],
    details: [],
  }
}
