/** The guide that holds for a customer, and which of its items are done in this stage. */
import type { WireRow } from '#kernel/http/wire.ts'

/** The guide of the very step goes before that of the whole stage. */
export function guideFor(guides: readonly WireRow[], step: unknown): WireRow | null {
  const ofStep = guides.find((guide) => guide['step'] !== null && guide['step'] === step)
  return ofStep ?? guides.find((guide) => (guide['step'] ?? null) === null) ?? null
}

export interface Item {
  text: string
  /** Null: still open. */
  tick: WireRow | null
}

/**
 * @param since day on which the customer came into the stage: who comes back begins anew
 * @param dayOf the day of an instant in the company's time zone
 */
export function checklist(
  texts: readonly string[],
  ticks: readonly WireRow[],
  since: string | null,
  dayOf: (instant: string) => string,
): Item[] {
  const valid = ticks.filter((tick) => since === null || dayOf(String(tick['createdAt'])) >= since)
  return texts.map((text) => ({ text, tick: valid.find(({ item }) => item === text) ?? null }))
}
