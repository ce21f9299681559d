/** How much work waits behind each entry of the menu, asked anew now and then. */
import type { MenuCounts } from '#kernel/http/wire.ts'
import { api } from '#ui/base/api.ts'
import { useQuery } from '@tanstack/react-query'

/** Not at every change of a colleague: thousands of open menus would ask all day. */
const askEvery = 60_000

export function useMenuCounts(): MenuCounts['counts'] {
  const { data } = useQuery({
    queryKey: ['menu-counts'],
    queryFn: () => api.get<MenuCounts>('/api/meta/counts'),
    refetchInterval: askEvery,
    staleTime: askEvery,
  })
  return data?.counts ?? {}
}
