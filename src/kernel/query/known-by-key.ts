/** What opens without an account to whoever knows the key that stands in its address. */
import { sightOf } from '../action/caller.ts'
import { fail } from '../base/fail.ts'
import type { Entity, Row } from '../entity/entity.ts'
import { isId } from '../field/check.ts'
import type { House } from '../house.ts'
import { asProgram } from '../jobs/as-program.ts'
import { isToken } from '../session/token.ts'
import { list } from './list.ts'

/** Which company, and which record of it; both stand in the address. */
export interface KeyAddress {
  tenant: string
  key: string
}

export interface Known<E> {
  tenant: string
  /** Its name. */
  company: string
  row: Row<E>
}

/**
 * @param field holds the key, a token; an index of the entity begins with it
 * @throws {Refusal} `record.not-found` (404) whatever is wrong with the address
 */
export async function knownByKey<E extends Entity>(
  house: House,
  entity: E,
  field: string,
  { tenant, key }: KeyAddress,
): Promise<Known<E>> {
  if (!isId(tenant) || !isToken(key)) fail('record.not-found', {}, { status: 404 })
  const [{ name, practiceOf }, row] = await Promise.all([
    house.companies.of(tenant).catch(() => fail('record.not-found', {}, { status: 404 })),
    rowBy(house, entity, tenant, { [field]: key }),
  ])
  if (!row || practiceOf) fail('record.not-found', {}, { status: 404 })
  return { tenant, company: name, row }
}

async function rowBy<E extends Entity>(
  house: House,
  entity: E,
  tenant: string,
  where: Record<string, string>,
): Promise<Row<E> | undefined> {
  const sight = await sightOf(house, asProgram(tenant))
  const columns = Object.keys(entity.fields).filter((name) => entity.fields[name]?.kind !== 'lines')
  const { rows } = await list(house.database, sight, entity, { where, columns, limit: 1 })
  return rows[0] as unknown as Row<E> | undefined
}
