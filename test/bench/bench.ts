/** `npm run bench`: seeds a company of a million customers, measures, writes the table. */
import { openHome, type Home } from './home.ts'
import type { BenchRun } from './bench-run.ts'
import { readOptions, type BenchOptions } from './options.ts'
import { writeReport } from './report.ts'
import { startProduct } from './product.ts'
import { rows } from './rows/index.ts'
import type { Server } from './server.ts'
import type { Section } from './table.ts'

const say = (line: string) => console.log(line)

async function main(options: BenchOptions): Promise<void> {
  const home = await openHome(options, say)
  let product: Server | null = null
  const end = async () => {
    await product?.stop()
    await home.remove()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void end().finally(() => process.exit(1)))
  try {
    product = await startProduct(home)
    report(options, await measureAll(options, home, product), home)
  } finally {
    await end()
  }
}

async function measureAll(options: BenchOptions, home: Home, product: Server): Promise<Section> {
  const { quick } = options
  const seconds = quick ? { one: 2, many: 3 } : { one: 10, many: 20 }
  const run: BenchRun = { home, product, seconds, rounds: quick ? 1 : 4, quick, options, say }
  const all: Section = { findings: [], details: [] }
  for (const [name, row] of Object.entries(rows)) {
    if (options.only.length > 0 && !options.only.includes(name)) continue
    say(`${name} …`)
    const found = await row(run)
    for (const one of found.findings)
      say(`  ${one.measure}: ${one.result} ${one.ratio ?? ''} (aim ${one.aim})`)
    all.findings.push(...found.findings)
    all.details.push(...found.details)
  }
  return all
}

function report(options: BenchOptions, found: Section, home: Home): void {
  for (const { measure, measured } of found.details)
    if (measured.failed > 0) say(`FAILED ${measure}: ${measured.failed} times, ${measured.reason}`)
  if (options.only.length === 0 && !options.quick) writeReport(found, home.seeded, new Date())
  if (found.details.some(({ measured }) => measured.failed > 0)) process.exitCode = 1
}

await main(readOptions(process.argv.slice(2)))
