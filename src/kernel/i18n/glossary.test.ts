/** The glossary's words come out in Simplified as written there, each term once. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { simplified } from './simplified.ts'

const page = readFileSync(join(import.meta.dirname, '../../../docs/glossary.md'), 'utf8')
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (term|-)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))

test.each(rows.map(([, term = '', traditional = '', word = '']) => [term, traditional, word]))(
  '%s: %s is %s',
  (_, traditional, word) => {
    expect(simplified(traditional)).toBe(word)
  },
)

test('every term stands once and has a meaning', () => {
  const terms = rows.map(([, term]) => term)
  expect(terms.filter((term, index) => terms.indexOf(term) !== index)).toEqual([])
  expect(rows.filter((row) => row.length !== 6 || row[4] === '')).toEqual([])
  expect(terms.length).toBeGreaterThan(80)
})
