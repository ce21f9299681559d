/** The most pressing of what is known comes first: money, promises, agreements, then the stage. */
import { expect, test } from 'vitest'
import { nextStep, type CustomerFacts } from './next-step.ts'

const quiet: CustomerFacts = {
  today: '2026-11-30',
  stage: 'active',
  step: null,
  lastContactOn: '2026-11-20',
  nextContactOn: '2026-12-10',
  agreed: null,
  lastDealOn: '2026-11-15',
  overdue: null,
  quote: null,
  late: null,
  openItems: [],
}
const overdue = { number: 'INV-1', dueOn: '2026-10-01' }
const late = { id: 'o', number: 'SO-1', requiredOn: '2026-11-20' }
const quote = { id: 'q', number: 'Q-1', validUntil: '2026-12-07' }

test.each<[Partial<CustomerFacts>, string]>([
  [{}, 'wait'],
  [{ overdue, late, quote, nextContactOn: '2026-11-30' }, 'collect'],
  [{ late, quote, nextContactOn: '2026-11-30' }, 'deliver'],
  [{ quote, nextContactOn: '2026-11-30' }, 'contact'],
  [{ nextContactOn: '2026-12-01' }, 'wait'],
  [{ quote }, 'quote'],
  [{ quote: { ...quote, validUntil: '2026-12-08' } }, 'wait'],
  [{ quote: { ...quote, validUntil: null } }, 'wait'],
  [{ stage: 'dormant', quote }, 'quote'],
  [{ stage: 'dormant' }, 'win-back'],
  [{ stage: 'lost', lastContactOn: null }, 'win-back'],
  [{ stage: 'prospect', lastContactOn: null }, 'first-contact'],
  [{ stage: 'prospect' }, 'advance'],
  [{ stage: 'prospect', openItems: ['Sample', 'Quote'] }, 'checklist'],
  [{ openItems: ['Sample'], lastContactOn: null }, 'first-contact'],
])('%o: %s', (more, kind) => {
  expect(nextStep({ ...quiet, ...more }).kind).toBe(kind)
})

test('it tells what it is about, and why', () => {
  expect(nextStep({ ...quiet, late })).toEqual({
    kind: 'deliver',
    facts: { number: 'SO-1', day: '2026-11-20' },
    open: { entity: 'order', id: 'o' },
  })
})
