/** News of committed changes, to this process's listeners and to the other processes. */

export interface Change {
  entity: string
  /** Empty: several records of the entity, too many to name. */
  id: string
  action: string
}

export interface Batch {
  tenant: string
  by: string | null
  changes: Change[]
}

export interface ChangeFeed {
  publish(tenant: string, changes: Change[], by: string | null): void
  /** @returns how to stop listening */
  subscribe(listener: (batch: Batch) => void): () => void
  /** Another text after each change of the company that this process heard of. */
  last(tenant: string): string
  close(): Promise<void>
}

/** One change that stands for many of the same entity. */
export function manyOf(entity: string): Change {
  return { entity, id: '', action: 'many' }
}
