/** Work on very many records as somebody has it going; nobody does it here. */
import type { Caller } from '#kernel/action/caller.ts'
import { newId } from '#kernel/db/new-id.ts'
import type { Product } from './product.ts'

export async function makeOwnRun({ asOwner }: Product, caller: Caller | null): Promise<string> {
  const id = newId()
  const wish = { patch: { note: 'x' }, via: 'web', scopes: null }
  const counts = { total: 300, done: 0, changed: 0, refused: 0 }
  await asOwner(
    `insert into bulk_run (tenant, id, by_user, kind, entity, wish, picked, status, counts,
       created_at, updated_at)
     values ($1, $2, $3, 'change', 'customer', $4, '{}', 'running', $5, now(), now())`,
    [caller?.tenant, id, caller?.person.id, JSON.stringify(wish), JSON.stringify(counts)],
  )
  return id
}
