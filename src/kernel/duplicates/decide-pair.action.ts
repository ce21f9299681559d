/** Whoever may merge two records says whether they are one, or two that only look alike. */
import { defineAction } from '../action/action.ts'
import { DuplicatePair } from './duplicate-pair.entity.ts'

export const mergePair = defineAction(DuplicatePair, {
  name: 'merge',
  label: 'Merge',
  from: 'open',
  allow: ['everyone'],
  tone: 'primary',
  opens: true,
  async run(_ctx, { entity, record, other }) {
    return { result: { entity, where: { id: [record, other] }, merge: true } }
  },
})

export const keepApart = defineAction(DuplicatePair, {
  name: 'keep-apart',
  label: 'They are different',
  from: 'open',
  to: 'different',
  allow: ['everyone'],
  async run() {
    // The next scan finds the pair here and leaves it.
  },
})

export const askAgain = defineAction(DuplicatePair, {
  name: 'ask-again',
  label: 'Decide again',
  from: 'different',
  to: 'open',
  allow: ['everyone'],
  async run() {
    // It stands among the undecided again.
  },
})
