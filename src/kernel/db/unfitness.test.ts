/** A database server that is too old, or keeps text in another code, is refused by name. */
import { expect, test } from 'vitest'
import { unfitness } from './prepare-database.ts'

test.each([
  ['15.18 (Debian 15.18-0+deb12u1)', 'UTF8', undefined],
  ['18.4', 'UTF8', undefined],
  ['19beta1', 'UTF8', undefined],
  ['14.22', 'UTF8', 'PostgreSQL 15 or newer is needed, the server is 14.22.'],
  ['9.6.24', 'UTF8', 'PostgreSQL 15 or newer is needed, the server is 9.6.24.'],
  ['', 'UTF8', 'PostgreSQL 15 or newer is needed, the server is .'],
  ['16.9', 'SQL_ASCII', 'The database must be in UTF8, it is in SQL_ASCII.'],
])('version "%s" in %s: %s', (version, encoding, reason) => {
  expect(unfitness({ version, encoding })).toBe(reason)
})
