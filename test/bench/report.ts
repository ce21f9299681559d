/** Writes what was found as a page for people: what was aimed at, what came of it, all figures. */
import { writeFileSync } from 'node:fs'
import { arch, cpus, platform, totalmem } from 'node:os'
import type { Seeded } from './seed/seed.ts'
import { ms, perSecond, type Detail, type Finding, type Section } from './table.ts'

const page = 'docs/bench.md'

export function writeReport(found: Section, seeded: Seeded, on: Date): void {
  writeFileSync(page, [...head(seeded, on), ...findings(found), ...details(found)].join('\n'))
}

function head({ big, small, seconds }: Seeded, on: Date): string[] {
  const count = (number: number) => number.toLocaleString('en')
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor'
  const memory = Math.round(totalmem() / 2 ** 30)
  return [
    '# Measurements',
    '',
    'Written by `npm run bench`; see [the bench](../test/bench/bench.ts). Each answer was checked; an',
    'operation that failed or answered wrongly is counted as failed. The server, its embedded database and',
    'the clients share the machine. Times of a busy machine say little, ratios of one run say much.',
    '',
    `- ${on.toISOString().slice(0, 10)}, ${cpus().length} × ${processor}, ${memory} GiB,`,
    `  ${platform()} ${arch()}, Node ${process.versions.node}`,
    `- ${count(big.customers)} customers of ${big.salespeople.length} salespeople (1 % each) beside a`,
    `  company of ${count(small.customers)}, seeded in ${Math.round(seconds)} s; durable database`,
    '- “bare” is a Fastify server with one prepared query each that answers the same JSON, without',
    '  sign-in, permission, headers or metrics',
    '',
  ]
}

function findings({ findings: list }: Section): string[] {
  const rows = list.map(({ measure, aim, result, ratio, met }: Finding) => {
    const mark = met === null ? '' : met ? '✓' : '✗'
    return `| ${measure} | ${aim} | ${result} | ${ratio ?? ''} | ${mark} |`
  })
  return ['| measure | aim | result | ratio | |', '|---|---|---|---|---|', ...rows, '']
}

function details({ details: list }: Section): string[] {
  const rows = list.map(({ measure, measured: one }: Detail) => {
    const figures = [one.p50, one.p95, one.p99].map(ms).join(' | ')
    const counts = `${one.clients} | ${perSecond(one.perSecond)}`
    return `| ${measure} | ${counts} | ${figures} | ${one.operations} | ${one.failed} |`
  })
  return [
    '## Every figure',
    '',
    '| measure | clients | rate | p50 | p95 | p99 | operations | failed |',
    '|---|---|---|---|---|---|---|---|',
    ...rows,
    '',
  ]
}
