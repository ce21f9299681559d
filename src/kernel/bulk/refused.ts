/** Records that were left as they are, each with the reason; of very many they are counted. */
import type { Facts } from '../base/fail.ts'

export interface Refused {
  id: string
  title: string
  rule: string
  facts: Facts
}

export interface RefusedSoFar {
  reasons: { rule: string; facts: Facts; count: number }[]
  /** The first ones by name. */
  named: Refused[]
}

const mostNamed = 100
const mostReasons = 20

export function addRefused(known: RefusedSoFar, more: readonly Refused[]): RefusedSoFar {
  const reasons = known.reasons.map((one) => ({ ...one }))
  for (const { rule, facts } of more) addReason(reasons, rule, facts)
  return { reasons, named: [...known.named, ...more].slice(0, mostNamed) }
}

/** Reasons beyond these are told together. */
function addReason(reasons: RefusedSoFar['reasons'], rule: string, facts: Facts): void {
  const isSame = (one: { rule: string; facts: Facts }) =>
    one.rule === rule && JSON.stringify(one.facts) === JSON.stringify(facts)
  const known = reasons.find(isSame)
  if (known) known.count += 1
  else if (reasons.length < mostReasons) reasons.push({ rule, facts, count: 1 })
  else addOther(reasons)
}

function addOther(reasons: RefusedSoFar['reasons']): void {
  const other = reasons.find(({ rule }) => rule === 'bulk.other-reasons')
  if (other) other.count += 1
  else reasons.push({ rule: 'bulk.other-reasons', facts: {}, count: 1 })
}
