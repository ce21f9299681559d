/** What a rule asks of its customers, as a condition beside others of the same filter. */
import type { Where } from '#kernel/query/where.ts'

/** Twice not: its own fields must not take the place of those that stand beside it. */
export function meantBy(customers: Where | null): Where {
  return customers && Object.keys(customers).length > 0 ? { not: { not: customers } } : {}
}
