/** How a document's lines add up while they are typed: each module registers its own sums. */
import type { WireRow } from '#kernel/http/wire.ts'

export interface Computed {
  /** Computed fields of each line, in the order of the lines. */
  lines: Record<string, unknown>[]
  /** Computed fields of the document. */
  parent: Record<string, unknown>
}

/** Pure: the same functions that the server computes with. */
export type Compute = (parent: WireRow, lines: Record<string, unknown>[]) => Computed

const registered = new Map<string, Compute>()

/** Called by a module's `*.web.ts`, once per entity. */
export function registerLineTotals(entity: string, compute: Compute): void {
  registered.set(entity, compute)
}

/** The figures of the lines as they stand; null where no module computes any. */
export function computeTotals(
  entity: string,
  parent: Record<string, unknown>,
  lines: readonly Record<string, unknown>[],
): Computed | null {
  const compute = registered.get(entity)
  return compute ? compute(parent as WireRow, [...lines]) : null
}
