/** Who gets which customer when they are dealt out; fair by the rule that was chosen. */

export const dealingRules = [
  { value: 'round', label: 'In turn' },
  { value: 'load', label: 'Who has fewest' },
  { value: 'region', label: 'By region, then who has fewest' },
  { value: 'conversion', label: 'Who wins most, within the limit' },
] as const
export type DealingRule = (typeof dealingRules)[number]['value']

export interface Dealt {
  id: string
  region: string | null
  /** Must not go to this person. */
  not: string | null
}

export interface Hand {
  person: string
  /** Customers in hand now. */
  load: number
  /** Further customers she may take; null = any number. */
  room: number | null
  /** Regions of the customers she has. */
  regions: readonly string[]
  /** Share of her customers that bought, 0 to 1. */
  conversion: number
}

/** Pairs of what is dealt and who gets it; what nobody may take is left out. */
export function dealOut(
  dealt: readonly Dealt[],
  hands: readonly Hand[],
  rule: DealingRule,
): [id: string, person: string][] {
  const deal = dealer(hands, rule)
  return dealt.flatMap((one): [string, string][] => {
    const person = deal(one)
    return person === null ? [] : [[one.id, person]]
  })
}

/** One after the other; it remembers who was given how many. Null: nobody may take it. */
export function dealer(hands: readonly Hand[], rule: DealingRule): (one: Dealt) => string | null {
  const held = hands.map((hand, at) => ({ ...hand, at, given: 0 }))
  return (one) => {
    const able = held.filter(
      ({ room, given, person }) => (room === null || given < room) && person !== one.not,
    )
    const [best] = able.toSorted((a, b) => order(rule, one, a, b))
    if (!best) return null
    best.given += 1
    return best.person
  }
}

type Held = Hand & { at: number; given: number }

function order(rule: DealingRule, one: Dealt, a: Held, b: Held): number {
  if (rule === 'round') return a.given - b.given || a.at - b.at
  const byLoad = a.load + a.given - (b.load + b.given) || a.at - b.at
  if (rule === 'load') return byLoad
  if (rule === 'region') return Number(knows(b, one)) - Number(knows(a, one)) || byLoad
  return expected(b) - expected(a) || byLoad
}

function knows({ regions }: Held, { region }: Dealt): boolean {
  return region !== null && regions.includes(region)
}

/** Who wins most gets more, yet each further one weighs: nobody gets all. */
function expected({ conversion, given }: Held): number {
  return (conversion + 0.05) / (given + 1)
}
