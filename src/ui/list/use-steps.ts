/** The records that are the columns of a board, in their own order. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import type { Where } from '#kernel/query/where.ts'
import { useHouse } from '#ui/base/house.tsx'
import { useList } from '#ui/base/queries.ts'
import { titleText } from '#ui/field/display.ts'
import { useReader } from '#ui/field/use-reader.ts'
import { useMemo } from 'react'
import type { Step } from './group.ts'
import type { ListView } from './use-list-view.ts'

const mostSteps = 60

/** Of a list that is narrowed to one whole, such as a pipeline, only the steps of that one. */
function whereOf({ pick, within }: FieldMeta, { state }: ListView): Where {
  const asked = within === undefined ? undefined : state.where[within]
  return { ...pick, ...(within !== undefined && asked !== undefined && { [within]: asked }) }
}

/** Undefined until they are known; none where the field has other values. */
export function useSteps(view: ListView, field: FieldMeta): readonly Step[] | undefined {
  const target = field.asSteps ? (field.target ?? '') : ''
  const meta = useHouse().entities[target]
  const reader = useReader()
  const where = whereOf(field, view)
  const sort = [field.within ?? [], meta?.list.sort ?? []].flat().join(',')
  const asked = { where, sort, columns: meta ? [meta.title] : [], limit: mostSteps }
  const { data, isPending } = useList(target, asked, meta !== undefined)
  return useMemo(() => {
    if (!meta) return []
    if (isPending) return undefined
    const titleOf = (row: NonNullable<typeof data>['rows'][number]) =>
      titleText(meta, row, data?.refs ?? {}, reader)
    return (data?.rows ?? []).map((row) => ({ id: row.id, label: titleOf(row) }))
  }, [meta, data, isPending, reader])
}
