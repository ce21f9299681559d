/** What is kept with the person at the server, asked once for the whole frame. */
import type { Locale } from '#kernel/http/wire.ts'
import type { Favourite } from '#kernel/session/favourites.ts'
import type { HomeTile } from '#kernel/session/own-home.ts'
import type { RoleHome } from '#kernel/session/role-home.ts'
import { api, type ApiProblem } from '#ui/base/api.ts'
import type { Density, Theme } from '#ui/base/preferences.ts'
import { useQuery } from '@tanstack/react-query'

export interface Kept {
  preferences: {
    locale: Locale | null
    theme: Theme | null
    density: Density | null
    tour: 'seen' | null
  }
  favourites: Favourite[]
  /** Report → the saved one that it opens with. */
  reports: Record<string, string>
  /** Of the home page; none = those of the role. */
  tiles: HomeTile[]
  roleHome: RoleHome | null
}

export const keptKey = ['session']

/** @param signedIn nobody else has anything kept */
export function useKept(signedIn = true): Kept | undefined {
  const kept = useQuery<Kept, ApiProblem>({
    queryKey: keptKey,
    queryFn: () => api.get<Kept>('/api/session'),
    enabled: signedIn,
    staleTime: Infinity,
  })
  return kept.data
}
