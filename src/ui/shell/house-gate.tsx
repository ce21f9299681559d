/** Lets in who is signed in, with their house described; sends everybody else to sign in. */
import type { HouseMeta } from '#kernel/http/wire.ts'
import { api, type ApiProblem } from '#ui/base/api.ts'
import { House } from '#ui/base/house.tsx'
import { useLiveUpdates } from '#ui/base/live.ts'
import { usePreferences } from '#ui/base/preferences-context.tsx'
import { Waiting } from '#ui/base/waiting.tsx'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Failure } from './failure.tsx'
import { Frame } from './frame.tsx'

function LiveUpdates() {
  useLiveUpdates()
  return null
}

export function HouseGate() {
  const { choose } = usePreferences()
  const meta = useQuery<HouseMeta, ApiProblem>({
    queryKey: ['meta'],
    queryFn: () => api.get<HouseMeta>('/api/meta'),
    staleTime: 300_000,
  })
  const locale = meta.data?.user.locale
  useEffect(() => {
    if (locale) choose({ locale })
  }, [locale, choose])
  if (meta.data) {
    return (
      <House meta={meta.data}>
        <LiveUpdates />
        <Frame />
      </House>
    )
  }
  if (meta.error && meta.error.problem.status !== 401) return <Failure error={meta.error} />
  return <Waiting />
}
