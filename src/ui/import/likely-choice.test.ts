/** Rows that may be there already come in or stay out, one by one or all together. */
import { expect, test } from 'vitest'
import type { ImportState } from './import-types.ts'
import { isTaken, rowsToCome, takeAll, withOther } from './likely-choice.ts'

const state = { created: 10, updated: 2, likely: 3 } as ImportState

test('all are taken, but for those that are left out one by one', () => {
  const choice = withOther(takeAll, 7)
  expect([isTaken(choice, 7), isTaken(choice, 8)]).toEqual([false, true])
  expect(rowsToCome(state, choice)).toBe(11)
  expect(withOther(choice, 7)).toEqual(takeAll)
})

test('none is taken, but for those that are taken one by one', () => {
  const choice = withOther({ likely: 'leave', except: [] }, 7)
  expect([isTaken(choice, 7), isTaken(choice, 8)]).toEqual([true, false])
  expect(rowsToCome(state, choice)).toBe(10)
})
