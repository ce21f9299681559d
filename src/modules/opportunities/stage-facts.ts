/** What can be measured of an opportunity: a closed list, each with its words and its points. */

/** `points` add up to 100: the score of an opportunity of which all of it holds. */
export const stageFacts = [
  { value: 'customer', label: 'Customer is known', points: 0 },
  { value: 'amount', label: 'Amount is known', points: 15 },
  { value: 'close', label: 'Expected close is known', points: 10 },
  { value: 'products', label: 'Products', points: 15 },
  { value: 'talks', label: 'Recent contact records', points: 20 },
  { value: 'deciders', label: 'Contacts who decide', points: 15 },
  { value: 'files', label: 'Files', points: 10 },
  { value: 'quotes', label: 'Quotes sent', points: 15 },
  { value: 'checks', label: 'Checklist done, percent', points: 0 },
] as const

export type StageFact = (typeof stageFacts)[number]['value']

/** How many there are of each. */
export type Measured = Readonly<Record<StageFact, number>>

/** Within so many days contact records count as recent, where a criterion says nothing else. */
export const recentDays = 30
