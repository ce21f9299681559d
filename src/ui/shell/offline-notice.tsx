/** Says so while there is no connection; what is on the screen stays readable. */
import { useAsOf } from '#ui/base/as-of.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { useReader } from '#ui/field/use-reader.ts'
import { formatInstant } from '#kernel/time/format.ts'
import { IconWifiOff } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { dayOf } from './notice-days.ts'

const pulse = 5000

function watch(changed: () => void): () => void {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}

/** While the server is out of reach it is asked now and then; once it answers, all is read anew. */
function useReturn(asOf: string | null): void {
  const queries = useQueryClient()
  const isOut = asOf !== null
  const wasOut = useRef(isOut)
  useEffect(() => {
    if (wasOut.current && !isOut) void queries.invalidateQueries()
    wasOut.current = isOut
    if (!isOut) return undefined
    const ask = () => void queries.invalidateQueries({ queryKey: ['meta'] })
    addEventListener('online', ask)
    const timer = setInterval(ask, pulse)
    return () => {
      removeEventListener('online', ask)
      clearInterval(timer)
    }
  }, [isOut, queries])
}

export function OfflineNotice() {
  const t = useT()
  const online = useSyncExternalStore(watch, () => navigator.onLine)
  const asOf = useAsOf()
  useReturn(asOf)
  const { locale, timeZone } = useReader()
  const { today } = useHouse()
  if (online && asOf === null) return null
  const isOfToday = asOf !== null && dayOf(asOf, timeZone) === today
  const show = isOfToday ? 'time' : 'both'
  return (
    <div className="notice" role="status">
      <IconWifiOff size={16} stroke={1.6} aria-hidden />
      {asOf === null
        ? t('No connection. You can keep reading; what you enter waits on this device.')
        : t('No connection. What you see is as of {time}. What you enter waits on this device.', {
            time: formatInstant(asOf, locale, { timeZone, style: 'short', show }),
          })}
    </div>
  )
}
