/** Tells the modules above what happened; they act in the same transaction, in list order. */
import { openCtx } from './open-ctx.ts'
import type { Unit } from './unit.ts'

const deepest = 20

export async function tell(
  unit: Unit,
  event: string,
  facts: Record<string, unknown>,
): Promise<void> {
  const listeners = unit.house.registry.listeners.get(event)
  if (!listeners) return
  if (unit.depth > deepest) throw new Error(`Listeners call each other in a circle: ${event}`)
  unit.depth += 1
  const ctx = openCtx(unit)
  for (const listener of listeners) await listener(ctx, facts)
  unit.depth -= 1
}
