/** How long the whole test suite takes: measured on demand, or told by whoever ran it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { BenchRun } from '../bench-run.ts'
import type { Section } from '../table.ts'

const longestSeconds = 360

export async function testSuite({ options }: BenchRun): Promise<Section> {
  const seconds = options.suiteSeconds ?? (options.suite ? await timed() : null)
  const met = seconds === null ? null : seconds <= longestSeconds
  const result = seconds === null ? 'not measured (--suite)' : `${seconds.toFixed(0)} s`
  const aim = `≤ ${longestSeconds} s`
  return { findings: [{ measure: 'The whole test suite', aim, result, met }], details: [] }
}

async function timed(): Promise<number> {
  const startedAt = performance.now()
  const suite = spawn(process.execPath, ['scripts/test.mjs'], { stdio: 'ignore' })
  const [code] = (await once(suite, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`The test suite ended with ${code}`)
  return (performance.now() - startedAt) / 1000
}
