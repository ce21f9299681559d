/** The score of a lead follows from what is known of it, fact by fact. */
import type { Values } from '#kernel/entity/parse-draft.ts'
import { facts } from './lead-facts.ts'

type Fact = (typeof facts)[number]['value']

const isFilled = (value: unknown) => value !== null && value !== undefined && value !== ''

const holds: Readonly<Record<Fact, (row: Readonly<Values>) => boolean>> = {
  phone: ({ phone }) => isFilled(phone),
  email: ({ email }) => isFilled(email),
  company: ({ kind }) => kind === 'company',
  person: ({ kind, person }) => kind === 'person' || isFilled(person),
  need: ({ need }) => isFilled(need),
  amount: ({ estimate }) => isFilled(estimate),
  date: ({ wantedOn }) => isFilled(wantedOn),
  referral: ({ source }) => source === 'referral',
}

export function scoreOfLead(row: Readonly<Values>): Values {
  const found = facts.filter(({ value }) => holds[value](row))
  return {
    score: found.reduce((sum, { points }) => sum + points, 0),
    scoreReasons: found.map(({ value }) => value),
  }
}
