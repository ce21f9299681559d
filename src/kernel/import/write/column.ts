/** What a table that leaves the house is made of: its columns, and its rows as text. */

export interface WriteColumn {
  key: string
  label: string
  kind: 'text' | 'number' | 'date' | 'instant' | 'boolean'
}

/** Cells by column key: decimals, `YYYY-MM-DD`, ISO instants, `true`/`false`; null is empty. */
export type WriteRow = Record<string, string | null>

export interface WriteOptions {
  /**
   * IANA time zone in which instants are written, as `2024-01-31 16:00:00`, so that a spreadsheet
   * takes them for times. Without it they stay exact ISO text, for another program to read.
   */
  timeZone?: string
}

/** Gives an instant as the clock on the wall shows it, `YYYY-MM-DD HH:MM:SS` (or with `.mmm`). */
export function wallClock(timeZone: string): (instant: string) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  return (instant) => {
    const moment = new Date(instant)
    if (Number.isNaN(moment.getTime())) return instant
    const part = new Map(format.formatToParts(moment).map(({ type, value }) => [type, value]))
    const day = `${part.get('year')?.padStart(4, '0')}-${part.get('month')}-${part.get('day')}`
    const time = `${part.get('hour')}:${part.get('minute')}:${part.get('second')}`
    const rest = moment.getUTCMilliseconds()
    return `${day} ${time}${rest === 0 ? '' : `.${String(rest).padStart(3, '0')}`}`
  }
}
