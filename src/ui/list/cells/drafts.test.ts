/** A cell shows what was typed from the moment it is sent until the list knows it. */
import { expect, test } from 'vitest'
import { standingDraft, type Draft } from './drafts.ts'

const row = { id: 'r', version: 3, name: 'Old' }
const draft = (more: Partial<Draft>): Draft => ({
  value: 'New',
  titles: {},
  seen: 3,
  was: 'Old',
  ...more,
})

test('it stands while it is on its way, and until the list has the new version', () => {
  expect(standingDraft(draft({}), row)).toBeUndefined()
  expect(standingDraft(draft({ isSent: true }), row)?.value).toBe('New')
  expect(standingDraft(draft({ isSent: true, saved: 4 }), row)?.value).toBe('New')
  expect(standingDraft(draft({ isSent: true, saved: 4 }), { ...row, version: 4 })).toBeUndefined()
})

test('what was refused stays in sight', () => {
  expect(standingDraft(draft({ words: 'No.' }), { ...row, version: 9 })?.value).toBe('New')
})
