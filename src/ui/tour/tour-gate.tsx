/** Shows everybody around once, at the first sign-in, and again on wish. */
import { api } from '#ui/base/api.ts'
import { useHouse } from '#ui/base/house.tsx'
import { keptKey, useKept, type Kept } from '#ui/shell/kept.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { closeTour, openTour, useTourIsOpen } from './tour-switch.ts'

const Tour = lazy(async () => ({ default: (await import('./tour.tsx')).Tour }))

/** Whoever sets the company up is led by that first; the tour waits on the first page. */
function useIsDue(): boolean {
  const path = useLocation().pathname
  const { user, company } = useHouse()
  const tour = useKept()?.preferences.tour
  const isSettingUp = user.roles.includes('administrator') && company.setUp !== 'done'
  return tour === null && path === '/' && !isSettingUp
}

/** Kept at the server, so that it is not shown again on the next device. */
function useSeen(): () => void {
  const queries = useQueryClient()
  return () => {
    closeTour()
    queries.setQueryData<Kept>(
      keptKey,
      (was) => was && { ...was, preferences: { ...was.preferences, tour: 'seen' } },
    )
    // Without a connection it is shown once more; nothing is lost by that.
    void api.patch('/api/session/preferences', { tour: 'seen' }).catch(() => undefined)
  }
}

export function TourGate() {
  const isOpen = useTourIsOpen()
  const isDue = useIsDue()
  const seen = useSeen()
  // Once begun it goes on over other pages, until it is ended.
  useEffect(() => {
    if (isDue) openTour()
  }, [isDue])
  return <Suspense>{isOpen && <Tour onEnd={seen} />}</Suspense>
}
