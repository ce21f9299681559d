/** What the server offers for a line once something is picked in it, such as its price. */
import type { Translate } from '#ui/base/house.tsx'
import { isEmpty } from '#ui/field/value/field-facts.ts'
import { withValue } from './grid/grid-lines.ts'
import type { Line } from './grid/grid-lines.ts'

type Values = Readonly<Record<string, unknown>>

/** Values for fields of one line. */
export interface Offer {
  values: Values
  /** Field whose value is worth saying something about, see `said`. */
  special?: string
}

/** How a module has the server asked; registered by its `*.web.ts`, once per entity. */
export interface LineOffers {
  /** The field of a line whose pick calls for an offer. */
  of: string
  /** Fields of the document and of the line that an offer depends on. */
  parent: readonly string[]
  line: readonly string[]
  /** @returns one offer per line, in their order */
  ask: (parent: Values, lines: readonly Values[]) => Promise<Offer[]>
  /** What is to be said below the lines as long as special offers stand in them. */
  said: (t: Translate, parent: Values) => string
}

const registered = new Map<string, LineOffers>()

export function registerLineOffers(entity: string, offers: LineOffers): void {
  registered.set(entity, offers)
}

export function lineOffersOf(entity: string): LineOffers | undefined {
  return registered.get(entity)
}

/** What was asked for a line last; without an offer, what stands there was typed or loaded. */
export interface Asked {
  picked: unknown
  /** Everything that the offer depends on. */
  key: string
  offer: Offer | null
  isWaiting: boolean
}

/** A line that an offer is wanted for. */
export interface Wanted extends Pick<Asked, 'picked' | 'key'> {
  line: Line
  before: Offer | null
  /** Another record was picked: what stood there belongs to the former one. */
  isReplaced: boolean
}

/**
 * Whether a line wants an offer: when something is picked in it, and when what the offer depends on
 * changes while the offered value still stands. What somebody typed or loaded is left alone.
 */
export function wantedOf(
  how: LineOffers,
  parent: Values,
  line: Line,
  asked: Asked | undefined,
): Wanted | null {
  const picked = line[how.of]
  if (isEmpty(picked)) return null
  const key = offerKey(how, parent, line)
  if (asked?.key === key) return null
  const before = asked?.offer ?? null
  const isReplaced = asked !== undefined && asked.picked !== picked
  const follows =
    before !== null && Object.keys(before.values).some((field) => stands(line, before, field))
  if (asked && !isReplaced && !asked.isWaiting && !follows) return null
  return { line, picked, key, before, isReplaced }
}

export function offerKey(how: LineOffers, parent: Values, line: Line): string {
  const values = (row: Values, names: readonly string[]) => names.map((name) => row[name] ?? null)
  return JSON.stringify([line[how.of], values(parent, how.parent), values(line, how.line)])
}

/** Nobody changed what was offered for the field. */
function stands(line: Line, { values }: Offer, field: string): boolean {
  return sameText(line[field], values[field])
}

export function isSpecial(line: Line, offer: Offer): boolean {
  return offer.special !== undefined && stands(line, offer, offer.special)
}

/** The line with what is offered, where nothing else was entered meanwhile. */
export function withOffer(line: Line, offer: Offer, { line: then, before, isReplaced }: Wanted) {
  return Object.entries(offer.values).reduce((next, [field, value]) => {
    const now = next[field]
    const isOpen = isEmpty(now) && next.$text?.[field] === undefined
    const isOffered = before !== null && stands(next, before, field)
    const isOld = isReplaced && sameText(now, then[field])
    return isOpen || isOffered || isOld ? withValue(next, field, value) : next
  }, line)
}

function sameText(one: unknown, other: unknown): boolean {
  return (isEmpty(one) && isEmpty(other)) || String(one) === String(other)
}
