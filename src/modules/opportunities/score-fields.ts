/** What the program keeps with an opportunity: its score, fact by fact, and whether it stands. */
import { f } from '#kernel/field/f.ts'

function points(label: string) {
  return f.derived(f.integer({ label }))
}

/** The figure behind each label is the most that the fact gives; see `stage-facts.ts`. */
export const scoreFields = {
  score: f.derived(f.integer({ label: 'Score', help: 'Of 100, from the facts beside it.' })),
  amountPoints: points('Points: amount (15)'),
  closePoints: points('Points: expected close (10)'),
  productPoints: points('Points: products (15)'),
  contactPoints: points('Points: recent contact (20)'),
  deciderPoints: points('Points: who decides (15)'),
  filePoints: points('Points: files (10)'),
  quotePoints: points('Points: quotes sent (15)'),
  stalled: f.derived(f.boolean({ label: 'Stands still' })),
  stallsOn: f.derived(f.date({ label: 'Stands still after' })),
  quotesSent: f.derived(f.integer({ required: true, default: 0 })),
}
