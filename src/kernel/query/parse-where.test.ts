/** A filter off the wire: groups of alternatives are read, nonsense is refused with its name. */
import { expect, test } from 'vitest'
import { program } from '../access/person.ts'
import { User } from '../access/user.entity.ts'
import { Refusal } from '../base/fail.ts'
import { parseWhere } from './parse-where.ts'

const parsed = (given: unknown) => parseWhere(User, given, program)

function ruleOf(given: unknown): string {
  try {
    parsed(given)
  } catch (error) {
    if (error instanceof Refusal) return error.rule
    throw error
  }
  return 'fine'
}

test('alternatives and what must not hold are read, in each other too', () => {
  const where = {
    name: { has: 'Lea' },
    any: [{ reportsTo: 'me' }, { reportsTo: ['my-team'] }],
    not: { any: [{ email: { starts: 'x' } }, { not: { createdAt: { within: 'last-7-days' } } }] },
  }
  expect(parsed(where)).toEqual(where)
})

test.each([
  [{ any: { name: 'Lea' } }, 'filter.list-expected'],
  [{ any: ['name'] }, 'filter.not-an-object'],
  [{ any: [[]] }, 'filter.not-an-object'],
  [{ not: [] }, 'filter.not-an-object'],
  [{ not: null }, 'filter.not-an-object'],
  [{ any: [{ shoeSize: 44 }] }, 'filter.unknown-field'],
  [{ not: { any: [{ name: { within: 'today' } }] } }, 'filter.unknown-operator'],
  [{ any: [{ createdAt: { within: 'last-blue-moon' } }] }, 'filter.wrong-value'],
  [{ any: [{ reportsTo: 'my-friends' }] }, 'filter.wrong-value'],
  [{ all: [{ name: 'Lea' }] }, 'filter.unknown-field'],
  [{ any: Array.from({ length: 300 }, () => ({ name: 'Lea' })) }, 'filter.too-long'],
  [{ not: { not: { not: { not: { not: { not: { name: 'Lea' } } } } } } }, 'filter.too-deep'],
])('%j is refused', (given, rule) => {
  expect(ruleOf(given)).toBe(rule)
})
