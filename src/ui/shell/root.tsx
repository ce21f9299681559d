/** The outermost layer: preferences, the cache, and a quiet sign while a page is fetched. */
import { onSignedOut } from '#ui/base/api.ts'
import { PreferencesHolder } from '#ui/base/preferences-context.tsx'
import { Waiting } from '#ui/base/waiting.tsx'
import { QueryClientProvider } from '@tanstack/react-query'
import { Outlet, useRouter } from '@tanstack/react-router'
import { Suspense, useEffect } from 'react'
import { queryClient } from './query-client.ts'

/** Keeps the way back, so that signing in again returns to the page that was open. */
function useWayBack(): void {
  const router = useRouter()
  useEffect(() => {
    onSignedOut(() => {
      const { pathname, href } = router.state.location
      if (pathname === '/sign-in' || pathname === '/setup') return
      void router.navigate({ to: '/sign-in', search: href === '/' ? {} : { back: href } })
    })
  }, [router])
}

export function Root() {
  useWayBack()
  return (
    <PreferencesHolder>
      <QueryClientProvider client={queryClient}>
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </QueryClientProvider>
    </PreferencesHolder>
  )
}
