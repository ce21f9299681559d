/** Document numbers: one counter row per series and period. */
import { sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import type { Unit } from '../action/unit.ts'
import { giveBack, takeAside, takeNext, type Counter } from './counter.ts'
import { countIn, formatNumber, periodOf } from './pattern.ts'

export interface Series {
  /** As `seriesOf` says. */
  name: string
  /** As declared; the company's own (settings.numbering[name]) goes before it. */
  pattern: string
  /** May numbers be missing where the program was killed? */
  gaps: boolean
}

/** Name of the series of a serial field, e.g. 'order.number'. */
export function seriesOf(entity: Entity, field: string): string {
  return `${entity.name}.${field}`
}

/**
 * The next number of a series. Without gaps the counter row stays locked until the transaction
 * ends, so there is no gap and no double; take it late.
 * @param on the day that fills {year} {month} {day}; a new period starts at 1
 */
export async function nextNumber(unit: Unit, series: Series, on: string): Promise<string> {
  const [number = ''] = await nextNumbers(unit, series, on, 1)
  return number
}

/** As nextNumber, for several in a row. */
export async function nextNumbers(
  unit: Unit,
  series: Series,
  on: string,
  count: number,
): Promise<string[]> {
  const pattern = patternOf(unit, series)
  const counter = { series: series.name, period: periodOf(pattern, on) }
  const first = await firstOf(unit, counter, count, series.gaps)
  return Array.from({ length: count }, (_, nth) => formatNumber(pattern, on, first + nth))
}

/** A trial takes nothing; who holds the counter would wait for itself. */
async function firstOf(unit: Unit, counter: Counter, count: number, gaps: boolean) {
  const { tenant } = unit.sight.reader
  if (gaps && !unit.dryRun && !unit.counting.has(counter.series)) {
    const { database } = unit.house
    const first = await takeAside(database, tenant, counter, count)
    const taken = Array.from({ length: count }, (_, nth) => (first ?? 0) + nth)
    if (first !== null) unit.tx.afterRollback(() => giveBack(database, tenant, counter, taken))
    if (first !== null) return first
  }
  unit.counting.add(counter.series)
  return takeNext((query) => unit.tx.query(query), tenant, counter, count)
}

function patternOf(unit: Unit, { name, pattern }: Series): string {
  const own = unit.numbering[name]
  return typeof own === 'string' ? own : pattern
}

/** The series goes on behind numbers that came from elsewhere, so that it gives none twice. */
export function passNumbers(unit: Unit, series: Series, numbers: readonly string[]): void {
  const pattern = patternOf(unit, series)
  const highest = new Map<string, number>()
  for (const number of numbers) {
    const found = countIn(pattern, number)
    if (found) highest.set(found.period, Math.max(found.count, highest.get(found.period) ?? 0))
  }
  if (highest.size === 0) return
  unit.counting.add(series.name)
  const periods = [...highest.keys()].sort()
  const nexts = periods.map((period) => (highest.get(period) ?? 0) + 1)
  unit.tx.send(
    sql`insert into counter as c (tenant, series, period, next)
      select ${unit.sight.reader.tenant}::uuid, ${series.name}, p.period, p.next
      from unnest(${periods}::text[], ${nexts}::integer[]) as p (period, next)
      on conflict (tenant, series, period) do update set next = greatest(c.next, excluded.next)`,
  )
}
