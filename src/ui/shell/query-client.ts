/** The cache of the whole app: answers stay fresh for a while, refusals are never retried. */
import { QueryClient } from '@tanstack/react-query'

export const queryClient = new QueryClient({
  defaultOptions: {
    // Without a connection what was kept is read; a write is refused at once, not put off.
    queries: { networkMode: 'always', staleTime: 20_000, retry: false, refetchOnWindowFocus: true },
    mutations: { networkMode: 'always', retry: false },
  },
})
