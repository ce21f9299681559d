/** Saved views that may stand on a home page: of any list, own and shared. */
import type { HouseMeta } from '#kernel/http/wire.ts'
import type { Where } from '#kernel/query/where.ts'
import { useHouse } from '#ui/base/house.tsx'
import { useList } from '#ui/base/queries.ts'
import { textOf, textsOf } from '#ui/field/value/field-facts.ts'
import type { SavedView } from '#ui/list/list-state.ts'
import { useMemo } from 'react'

export type HomeView = Pick<SavedView, 'id' | 'name' | 'where' | 'sort' | 'columns' | 'shared'> & {
  entity: string
}

const columns = ['name', 'entity', 'where', 'sort', 'columns', 'shared']

/** Undefined while they are on their way; none where they cannot be read now. */
export function useHomeViews(): HomeView[] | undefined {
  const house = useHouse()
  const { data, error } = useList('saved-view', { columns, sort: 'name', limit: 200 })
  return useMemo(() => {
    if (!data) return error ? [] : undefined
    return readableViews(
      house,
      data.rows.map((row) => ({
        id: row.id,
        name: textOf(row['name']),
        entity: textOf(row['entity']),
        where: (row['where'] ?? {}) as Where,
        sort: textOf(row['sort']),
        columns: textsOf(row['columns']),
        shared: row['shared'] === true,
      })),
    )
  }, [house, data, error])
}

/** Of kinds of records that this person does not see, nothing is shown. */
export function readableViews(house: HouseMeta, views: readonly HomeView[]): HomeView[] {
  return views.filter(({ entity }) => house.entities[entity] !== undefined)
}
