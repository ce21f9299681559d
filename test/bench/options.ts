/** What a run measures: everything at full size, or less of it while one works on the program. */
import { parseArgs } from 'node:util'

export interface BenchOptions {
  /** Small seed and short runs, to try the bench itself. */
  quick: boolean
  /** Names of rows; empty = all. */
  only: string[]
  /** Folder that is kept and used again, so that the next run need not seed. */
  keep: string | null
  /** Run the whole test suite too and take its time. */
  suite: boolean
  /** Seconds the test suite took elsewhere. */
  suiteSeconds: number | null
}

export const size = (quick: boolean) =>
  quick
    ? { customers: 20_000, orders: 4_000, products: 200, small: 2_000 }
    : { customers: 1_000_000, orders: 200_000, products: 1_000, small: 10_000 }

export type Size = ReturnType<typeof size>

/** Every salesperson owns one percent of the customers. */
export const salespeople = 100

export function readOptions(args: string[]): BenchOptions {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      keep: { type: 'string' },
      suite: { type: 'boolean', default: false },
      'suite-seconds': { type: 'string' },
    },
  })
  const seconds = values['suite-seconds']
  return {
    quick: values.quick,
    only: values.only.flatMap((names) => names.split(',')),
    keep: values.keep ?? null,
    suite: values.suite,
    suiteSeconds: seconds === undefined ? null : Number(seconds),
  }
}
