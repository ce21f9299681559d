/** Which entities are somebody's work: with a person in charge and a state that can be open. */
import type { EntityMeta, FieldMeta, HouseMeta } from '#kernel/http/wire.ts'
import type { Where } from '#kernel/query/where.ts'

/** The field of the person in charge. */
function ownerOf(meta: EntityMeta): FieldMeta | undefined {
  return meta.fields.find(({ name, filterable }) => name === 'owner' && filterable)
}

/** All steps but the last are open; states beside the steps, such as cancelled, are ends. */
export function openStates(meta: EntityMeta): string[] {
  return meta.state?.steps.slice(0, -1) ?? []
}

export function openWorkOf(house: HouseMeta): EntityMeta[] {
  return Object.values(house.entities).filter((meta) => {
    return !meta.isLine && ownerOf(meta) !== undefined && openStates(meta).length > 0
  })
}

/** Mine and not finished. */
export function openWorkWhere(meta: EntityMeta): Where {
  const { field = '' } = meta.state ?? {}
  return { owner: 'me', [field]: openStates(meta) }
}

/** Steps from which I may do the next thing, whoever is in charge of the record. */
function waitingStates(meta: EntityMeta): string[] {
  const next = meta.actions.filter(({ tone }) => tone === 'primary')
  const from = new Set(next.flatMap((action) => action.from ?? []))
  return openStates(meta).filter((state) => from.has(state))
}

/** Kinds of work that others begin and I go on with, as a storekeeper does with orders. */
export function waitingWorkOf(house: HouseMeta): EntityMeta[] {
  return Object.values(house.entities).filter((meta) => {
    return !meta.isLine && waitingStates(meta).length > 0
  })
}

/** Not finished, and the next thing is mine to do. */
export function waitingWorkWhere(meta: EntityMeta): Where {
  const { field = '' } = meta.state ?? {}
  return { [field]: waitingStates(meta) }
}

/** The title, for whom or what it is, how far it is, and the last day (or amount) of the list. */
export function openWorkColumns(meta: EntityMeta): FieldMeta[] {
  const named = (name: string) => meta.fields.find((field) => field.name === name)
  const listed = meta.list.columns.flatMap((name) => named(name) ?? [])
  const others = listed.filter(({ name }) => name !== meta.title && name !== 'owner')
  const columns = [
    named(meta.title),
    others.find(({ kind }) => kind === 'ref' || kind === 'text'),
    named(meta.state?.field ?? ''),
    others.findLast(({ kind }) => kind === 'date') ??
      others.findLast(({ kind }) => kind === 'money'),
  ]
  return columns.filter((field) => field !== undefined)
}
