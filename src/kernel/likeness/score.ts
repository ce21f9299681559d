/** How likely two records mean the same, 0 to 99, with the reasons. */
import type { Features } from './features.ts'
import { nameEvidence, type Evidence } from './name-likeness.ts'
import type { Reason } from './rule.ts'

export interface Likeness {
  score: number
  /** The strongest first. */
  reasons: Reason[]
}

/** Only people can be certain. */
const most = 99

/** From here on it is said to who enters a record. */
export const worthSaying = 60
/** From here on a scan keeps a pair for somebody to look at. */
export const worthKeeping = 70

type Listed = Exclude<keyof Features, 'names'>

/** What speaks for itself, and what only adds to a name that is alike. */
const ways: readonly [of: Listed, reason: Reason, alone: number, withName: number][] = [
  ['numbers', 'same-number', 0.97, 0.97],
  ['emails', 'same-email', 0.82, 0.9],
  ['phones', 'same-phone', 0.75, 0.85],
  ['codes', 'same-code', 0.7, 0.8],
  ['domains', 'same-domain', 0.3, 0.55],
  ['specs', 'same-spec', 0, 0.5],
  ['within', 'same-place', 0, 0.5],
]

/** Where both have one and none is the same, they are rather two. */
const doubts: readonly [of: Listed, left: number][] = [
  ['numbers', 0.4],
  ['specs', 0.4],
]

/** Pure and even: the same whichever of the two comes first. */
export function likenessOf(a: Features, b: Features): Likeness {
  const byName = nameEvidence(a.names, b.names)
  const found: Evidence[] = [
    ...(byName ? [byName] : []),
    ...ways.flatMap(([of, reason, alone, withName]) => {
      const weight = byName ? withName : alone
      return weight > 0 && haveOne(a[of], b[of]) ? { weight, reason } : []
    }),
  ]
  const unlikely = found.reduce((left, { weight }) => left * (1 - weight), 1)
  const doubt = doubts.reduce((left, [of, less]) => (differ(a[of], b[of]) ? left * less : left), 1)
  const strongest = found.toSorted((one, other) => other.weight - one.weight)
  return {
    score: Math.min(most, Math.round(100 * (1 - unlikely) * doubt)),
    reasons: strongest.map(({ reason }) => reason),
  }
}

function haveOne(some: readonly string[], others: readonly string[]): boolean {
  return some.some((one) => others.includes(one))
}

function differ(some: readonly string[], others: readonly string[]): boolean {
  return some.length > 0 && others.length > 0 && !haveOne(some, others)
}
