/** Which entities are somebody's work: those with a person in charge and a state that can be open. */
import type { EntityMeta, FieldMeta, HouseMeta } from '#kernel/http/wire.ts'
import type { Where } from '#kernel/query/where.ts'

const columnsShown = 4

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

/** The title, then what the list shows first; the person in charge is known. */
export function openWorkColumns(meta: EntityMeta): FieldMeta[] {
  const names = [meta.title, ...meta.list.columns.filter((name) => name !== meta.title)]
  const fields = names.flatMap((name) => meta.fields.find((field) => field.name === name) ?? [])
  return fields.filter(({ name }) => name !== 'owner').slice(0, columnsShown)
}
