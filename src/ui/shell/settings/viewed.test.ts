/** Rights that reach the same records are told in one breath. */
import { expect, test } from 'vitest'
import { narrowed } from './viewed.ts'

test('what reaches all comes by itself, what reaches some stands with its condition', () => {
  const right = (label: string, ...only: string[]) => ({ right: label, label, only })
  const given = [right('Create'), right('Change', 'mine'), right('Delete', 'mine', 'drafts')]
  expect(narrowed(given)).toEqual({
    all: ['Create'],
    some: [
      { only: 'mine', labels: ['Change', 'Delete'] },
      { only: 'drafts', labels: ['Delete'] },
    ],
  })
})
