/** What an agent should know while calling, drawn from facts; each with its reason. */
import { addDays, daysBetween } from '#kernel/time/date.ts'

export interface CallFacts {
  /** `YYYY-MM-DD` in the company's time zone; so are all days here. */
  today: string
  firstDealOn: string | null
  lastDealOn: string | null
  dealCount: number
  /** What was agreed at the last talk. */
  agreed: string | null
  /** The sent quote that ends first. */
  quote: { number: string; validUntil: string } | null
  calls: readonly PastCall[]
}

/** A call that was made: the hour it began, 0 to 23 in the company's time zone. */
export interface PastCall {
  hour: number
  reached: boolean
}

export type AdviceKind = 'agreed' | 'quote' | 'reorder-due' | 'reorder-coming' | 'best-time'

export interface Advice {
  kind: AdviceKind
  facts: Record<string, string | number>
}

/** A quote that ends within so many days is asked about. */
const quoteDays = 14
/** Fewer deals tell no rhythm. */
const fewestDeals = 3

export function callAdvice(facts: CallFacts): Advice[] {
  const all = [agreed(facts), quote(facts), rhythm(facts), bestTime(facts)]
  return all.filter((one) => one !== null)
}

function agreed({ agreed: text }: CallFacts): Advice | null {
  return text === null ? null : { kind: 'agreed', facts: { text } }
}

function quote({ quote: sent, today }: CallFacts): Advice | null {
  if (!sent || sent.validUntil > addDays(today, quoteDays)) return null
  return { kind: 'quote', facts: { number: sent.number, day: sent.validUntil } }
}

/** Deals come every so many days on average; the next one is due that long after the last. */
function rhythm({ firstDealOn, lastDealOn, dealCount, today }: CallFacts): Advice | null {
  if (firstDealOn === null || lastDealOn === null || dealCount < fewestDeals) return null
  const every = Math.round(daysBetween(firstDealOn, lastDealOn) / (dealCount - 1))
  const since = daysBetween(lastDealOn, today)
  if (every < 1) return null
  if (since >= every) return { kind: 'reorder-due', facts: { since, every } }
  return { kind: 'reorder-coming', facts: { every, day: addDays(lastDealOn, every) } }
}

function bestTime({ calls }: CallFacts): Advice | null {
  const best = bestCallTime(calls)
  return best && { kind: 'best-time', facts: { ...best } }
}

export interface CallTime {
  /** Hours of the day: from the first until before the second. */
  from: number
  until: number
  reached: number
  of: number
}

const bandHours = 2
/** Of so many calls in a band at least something can be said. */
const fewestCalls = 2

/** The two hours in which somebody was reached most often; null where too little is known. */
export function bestCallTime(calls: readonly PastCall[]): CallTime | null {
  const bands = Map.groupBy(calls, ({ hour }) => Math.floor(hour / bandHours) * bandHours)
  const times = [...bands].flatMap(([from, of]): CallTime[] => {
    const reached = of.filter((call) => call.reached).length
    const isTelling = of.length >= fewestCalls && reached > 0
    return isTelling ? [{ from, until: from + bandHours, reached, of: of.length }] : []
  })
  const share = (time: CallTime) => time.reached / time.of
  const [best] = times.toSorted(
    (a, b) => share(b) - share(a) || b.reached - a.reached || a.from - b.from,
  )
  return best ?? null
}
