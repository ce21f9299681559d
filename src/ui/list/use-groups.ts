/** Asks how many rows each value of a field has, and what they sum up to. */
import type { FieldMeta, GroupsAnswer } from '#kernel/http/wire.ts'
import { api, type ApiProblem } from '#ui/base/api.ts'
import { useQuery } from '@tanstack/react-query'
import type { ListView } from './use-list-view.ts'

export function useGroups({ meta, state }: ListView, by: FieldMeta) {
  const { where, q } = state
  const asked = {
    by: by.name,
    ...(Object.keys(where).length > 0 && { where }),
    ...(q !== '' && { q }),
    ...(by.kind === 'date' && { months: 1 }),
    ...(meta.list.amounts.length > 0 && { sum: meta.list.amounts.join(',') }),
  }
  return useQuery<GroupsAnswer, ApiProblem>({
    queryKey: ['groups', meta.name, asked],
    queryFn: () => api.get<GroupsAnswer>(`/api/${meta.name}/groups`, asked),
    // Groups of another field would be wrong ones; those of an earlier filter are only older.
    placeholderData: (before, query) => {
      const [, , earlier] = query?.queryKey ?? []
      return (earlier as typeof asked | undefined)?.by === by.name ? before : undefined
    },
    retry: false,
  })
}
