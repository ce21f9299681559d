/** Document numbers: one counter row per series and period, in the transaction of the document. */
import { sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import type { Unit } from '../action/unit.ts'
import { countIn, formatNumber, periodOf } from './pattern.ts'

/** Name of the series of a serial field, e.g. 'order.number'. */
export function seriesOf(entity: Entity, field: string): string {
  return `${entity.name}.${field}`
}

/**
 * The next number of a series. The counter row stays locked until the transaction ends, so there
 * is no gap and no double; take it late. The company's own pattern (settings.numbering[series])
 * goes before the declared one.
 * @param on the day that fills {year} {month} {day}; a new period starts at 1
 */
export async function nextNumber(
  unit: Unit,
  series: string,
  declared: string,
  on: string,
): Promise<string> {
  const [number = ''] = await nextNumbers(unit, series, declared, on, 1)
  return number
}

/** As nextNumber, for several in a row. */
export async function nextNumbers(
  unit: Unit,
  series: string,
  declared: string,
  on: string,
  count: number,
): Promise<string[]> {
  const { tenant } = unit.sight.reader
  const pattern = patternOf(unit, series, declared)
  const [row] = await unit.tx.query<{ first: number }>(
    sql`insert into counter as c (tenant, series, period, next)
      values (${tenant}, ${series}, ${periodOf(pattern, on)}, ${count}::integer + 1)
      on conflict (tenant, series, period) do update set next = c.next + ${count}::integer
      returning next - ${count}::integer as first`,
  )
  if (!row) throw new Error(`No counter for ${series}`)
  const { first } = row
  return Array.from({ length: count }, (_, nth) => formatNumber(pattern, on, first + nth))
}

function patternOf(unit: Unit, series: string, declared: string): string {
  const own = unit.numbering[series]
  return typeof own === 'string' ? own : declared
}

/** The series goes on behind numbers that came from elsewhere, so that it gives none twice. */
export function passNumbers(
  unit: Unit,
  series: string,
  declared: string,
  numbers: readonly string[],
): void {
  const pattern = patternOf(unit, series, declared)
  const highest = new Map<string, number>()
  for (const number of numbers) {
    const found = countIn(pattern, number)
    if (found) highest.set(found.period, Math.max(found.count, highest.get(found.period) ?? 0))
  }
  if (highest.size === 0) return
  const periods = [...highest.keys()].sort()
  const nexts = periods.map((period) => (highest.get(period) ?? 0) + 1)
  unit.tx.send(
    sql`insert into counter as c (tenant, series, period, next)
      select ${unit.sight.reader.tenant}::uuid, ${series}, p.period, p.next
      from unnest(${periods}::text[], ${nexts}::integer[]) as p (period, next)
      on conflict (tenant, series, period) do update set next = greatest(c.next, excluded.next)`,
  )
}
