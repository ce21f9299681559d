/** Lets in who is signed in, with their house described; sends everybody else to sign in. */
import type { HouseMeta, Locale } from '#kernel/http/wire.ts'
import { api, showCompany, type ApiProblem } from '#ui/base/api.ts'
import { House } from '#ui/base/house.tsx'
import { useLiveUpdates } from '#ui/base/live.ts'
import { usePreferences } from '#ui/base/preferences-context.tsx'
import { Waiting } from '#ui/base/waiting.tsx'
import { OutboxGate } from '#ui/outbox/outbox-gate.tsx'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Failure } from './failure.tsx'
import { Frame } from './frame.tsx'
import { useKept } from './kept.ts'

function LiveUpdates() {
  useLiveUpdates()
  return null
}

/** What the person chose on any device stands on this one too. */
function useKeptPreferences(locale: Locale | undefined): void {
  const { choose } = usePreferences()
  const { theme, density } = useKept(locale !== undefined)?.preferences ?? {}
  useEffect(() => {
    choose({ ...(locale && { locale }), ...(theme && { theme }), ...(density && { density }) })
  }, [locale, theme, density, choose])
}

export function HouseGate() {
  const meta = useQuery<HouseMeta, ApiProblem>({
    queryKey: ['meta'],
    queryFn: () => api.get<HouseMeta>('/api/meta'),
    staleTime: 300_000,
  })
  useKeptPreferences(meta.data?.user.locale)
  const company = meta.data?.company.id
  useEffect(() => {
    if (company !== undefined) showCompany(company)
  }, [company])
  if (meta.data) {
    return (
      <House meta={meta.data}>
        <LiveUpdates />
        <OutboxGate />
        <Frame />
      </House>
    )
  }
  if (meta.error && meta.error.problem.status !== 401) return <Failure error={meta.error} />
  return <Waiting />
}
