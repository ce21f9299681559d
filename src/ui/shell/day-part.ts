/** Morning, afternoon or evening on the company's clock. */
export type DayPart = 'morning' | 'afternoon' | 'evening'

export function dayPart(now: Date, timeZone: string): DayPart {
  const format = new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone })
  const hour = Number(format.format(now))
  if (hour >= 4 && hour < 12) return 'morning'
  return hour >= 12 && hour < 18 ? 'afternoon' : 'evening'
}
