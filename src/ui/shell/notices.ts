/** What stands behind the bell: read page by page, counted live, marked as read. */
import type { NoticesAnswer, ShownNotice } from '#kernel/notify/routes.ts'
import { api, type ApiProblem } from '#ui/base/api.ts'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'

export type { ShownNotice }

// Under the name of the live news that refresh it.
const unreadKey = ['list', 'notification', 'unread']
const linesKey = ['list', 'notification', 'lines']

/** More than this are not counted. */
const mostShown = 99

export function useUnread(): number {
  const answer = useQuery<{ unread: number }, ApiProblem>({
    queryKey: unreadKey,
    queryFn: () => api.get('/api/notification/unread'),
  })
  return answer.data?.unread ?? 0
}

/** `99+` rather than a number that nobody reads. */
export function countText(unread: number): string {
  return unread > mostShown ? `${mostShown}+` : String(unread)
}

export function useNotices() {
  return useInfiniteQuery({
    queryKey: linesKey,
    queryFn: ({ pageParam }) =>
      api.get<NoticesAnswer>('/api/notification', pageParam ? { after: pageParam } : {}),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  })
}

export interface ReadWish {
  notices?: string[]
  /** What comes later was not seen. */
  until?: string
}

export function useMarkRead() {
  const queries = useQueryClient()
  return useMutation<unknown, ApiProblem, ReadWish>({
    mutationFn: (wish) => api.post('/api/notification/read', wish),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['list', 'notification'] }),
  })
}

/** Address that a line leads to; many records at once lead to their list. */
export function addressOfNotice({ entity, record }: ShownNotice): string {
  return record ? `/record/${entity}/${record}` : `/list/${entity}`
}
