/** What every row of the bench is given: the running server, the database, how long to measure. */
import type { Home } from './home.ts'
import type { BenchOptions } from './options.ts'
import type { Server } from './server.ts'
import type { Section } from './table.ts'

export interface BenchRun {
  home: Home
  product: Server
  /** Seconds of one measurement with one client, and with sixteen. */
  seconds: { one: number; many: number }
  /** How often things that are compared take turns. */
  rounds: number
  quick: boolean
  options: BenchOptions
  say(line: string): void
}

export type BenchRow = (run: BenchRun) => Promise<Section>

export const manyClients = 16
