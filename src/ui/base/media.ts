/** Tells when the screen is that of a phone, or matches any other media query. */
import { useSyncExternalStore } from 'react'

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    () => matchMedia(query).matches,
  )
}

export function usePhone(): boolean {
  return useMedia('(max-width: 767px)')
}
