/** How soon the program answers when its database is there, and how much memory it holds. */
import type { BenchRun } from '../bench-run.ts'
import { startProduct } from '../product.ts'
import { ms, type Section } from '../table.ts'

const starts = 3
const longestMs = 2000

/** The last row: what the server holds after all the others, then the server is started anew. */
export async function startAndMemory(run: BenchRun): Promise<Section> {
  const memory = run.product.memoryMb()
  await run.product.stop()
  await run.home.stop()
  const times: number[] = []
  for (let nth = 0; nth < starts; nth += 1) {
    const product = await startProduct(run.home)
    times.push(product.startMs)
    await product.stop()
  }
  await run.home.open()
  times.sort((one, other) => one - other)
  const middle = times[Math.floor(starts / 2)] ?? Number.NaN
  return {
    findings: [
      {
        measure: 'Start of the program with its database, until it answers',
        aim: `≤ ${longestMs / 1000} s`,
        result: ms(middle),
        met: middle <= longestMs,
      },
      {
        measure: 'Memory of the server after the run',
        aim: '',
        result: memory === null ? 'not told by this system' : `${memory} MB`,
        met: null,
      },
    ],
    details: [],
  }
}
