/** What the program knows of a lead: facts with their points, together 100, and its answer. */
import { f } from '#kernel/field/f.ts'

export const facts = [
  { value: 'phone', label: 'Phone number known (15)', points: 15 },
  { value: 'email', label: 'Mail address known (15)', points: 15 },
  { value: 'company', label: 'A company (10)', points: 10 },
  { value: 'person', label: 'Whom to speak with is known (10)', points: 10 },
  { value: 'need', label: 'Need is stated (20)', points: 20 },
  { value: 'amount', label: 'Amount is known (15)', points: 15 },
  { value: 'date', label: 'It is known by when (10)', points: 10 },
  { value: 'referral', label: 'Was recommended (5)', points: 5 },
] as const

export const leadFacts = {
  score: f.derived(f.integer({ label: 'Score', help: 'Of 100, from the facts beside it.' })),
  scoreReasons: f.derived(f.choices(facts, { label: 'What it rests on' })),
  respondBy: f.derived(f.instant({ label: 'To be answered by' })),
  answeredAt: f.derived(f.instant({ label: 'First answered' })),
  escalatedAt: f.derived(f.instant({ label: 'Told to be late' })),
}
