/** The reader of values as the house knows them: language, clock, currency. */
import { useHouse, useT } from '#ui/base/house.tsx'
import { usePreferences } from '#ui/base/preferences-context.tsx'
import { useMemo } from 'react'
import type { Reader } from './display.ts'

export function useReader(): Reader {
  const t = useT()
  const { company } = useHouse()
  const { locale } = usePreferences()
  return useMemo(() => {
    const { timeZone, currency } = company
    return { locale, timeZone, currency, yes: t('Yes'), no: t('No') }
  }, [company, locale, t])
}
