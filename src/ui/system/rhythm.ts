/** When work by the clock is done, in words. */
import type { Translate } from '#ui/base/house.tsx'

/** @param every cron text, e.g. `40 2 * * *`; what is none of the usual forms stays as it is */
export function rhythmText(every: string, t: Translate): string {
  const [, step] = /^\*\/(\d+) \* \* \* \*$/u.exec(every) ?? []
  if (step) return t('every {count} minutes', { count: Number(step) })
  if (/^\d+ \* \* \* \*$/u.test(every)) return t('every hour')
  const [, minute = '', hour] = /^(\d+) (\d+) \* \* \*$/u.exec(every) ?? []
  if (hour)
    return t('daily at {time}', { time: `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}` })
  return every
}
