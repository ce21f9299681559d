/** Saved views of a list: this person's own and those shared with them. */
import { api } from '#ui/base/api.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SavedView } from './list-state.ts'

type Held = Pick<SavedView, 'id' | 'name' | 'where' | 'shared' | 'mine'>
type MaybeHeld = { [K in Exclude<keyof SavedView, keyof Held>]-?: SavedView[K] | null }

interface ViewsAnswer {
  views: (Held & MaybeHeld)[]
}

async function fetchViews(entity: string): Promise<SavedView[]> {
  const { views } = await api.get<ViewsAnswer>('/api/views', { entity })
  return views.map(({ sort, columns, shape, group, days, span, ...held }) => ({
    ...held,
    sort: sort ?? '',
    columns: columns ?? [],
    ...(shape && { shape }),
    ...(group && { group }),
    ...(days && { days }),
    ...(span && { span }),
  }))
}

const none: SavedView[] = []

export function useViews(entity: string): SavedView[] {
  const views = useQuery({
    queryKey: ['views', entity],
    queryFn: () => fetchViews(entity),
    staleTime: 60_000,
  })
  return views.data ?? none
}

/** Null takes out what the view kept before. */
export type ViewDraft = Pick<SavedView, 'name' | 'where' | 'sort' | 'columns' | 'shared'> & {
  [K in 'shape' | 'group' | 'days' | 'span']: NonNullable<SavedView[K]> | null
}

type ViewChange =
  | { kind: 'create'; draft: ViewDraft }
  | { kind: 'update'; id: string; draft: Partial<ViewDraft> }
  | { kind: 'delete'; id: string }

function send(entity: string, change: ViewChange): Promise<{ id?: string } | undefined> {
  switch (change.kind) {
    case 'create':
      return api.post('/api/views', { entity, ...change.draft })
    case 'update':
      return api.patch(`/api/views/${change.id}`, change.draft)
    default:
      return api.delete(`/api/views/${change.id}`)
  }
}

/** Makes, changes or takes away a view; answers its id. */
export function useViewChange(entity: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (change: ViewChange) => send(entity, change),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['views', entity] }),
  })
}
