/** What is logged of a failure tells where it happened, and nothing that people wrote. */
import { expect, test } from 'vitest'
import { errorFacts, openLogger } from './open-logger.ts'

const secret = 'mei.chen@harbor.example'

function ofDatabase(message: string, more: Record<string, unknown>): Error {
  return Object.assign(new Error(message), { severity: 'ERROR', ...more })
}

function logged(err: unknown): string {
  let line = ''
  openLogger('info', { write: (text) => void (line += text) }).error({ err }, 'request failed')
  return line
}

test('a double in the database is told by its constraint, not by the row', () => {
  const constraint = 'user_email_uq'
  const message = `duplicate key value violates unique constraint "${constraint}"`
  const detail = `Key (tenant, email)=(1, ${secret}) already exists.`
  const more = { code: '23505', constraint, detail, where: `SQL: select '${secret}'` }
  const line = logged(ofDatabase(message, more))
  expect(JSON.parse(line)).toMatchObject({
    msg: 'request failed',
    err: { type: 'Error', message, code: '23505', constraint },
  })
  expect(line).not.toContain(secret)
})

test.each([
  ofDatabase('invalid input syntax for type uuid: "Mei"', { code: '22P02' }),
  ofDatabase('value "Mei" is out of range\nMei Chen', { code: '22003' }),
  new Error("not a date: 'Mei Chen'"),
  new SyntaxError('Unexpected token "M", "Mei Chen" is not valid JSON'),
  new Error('failed', { cause: ofDatabase('broken: "Mei"', { detail: 'Mei' }) }),
])('%s is told without the value', (error) => {
  const line = logged(error)
  expect(line).not.toContain('Mei')
  expect(line).toContain('open-logger.test.ts')
})

test('addresses and numbers of people are left out wherever they stand', () => {
  const facts = errorFacts(new Error(`No mailbox ${secret} for +886 2 2736 7777 at line 12`))
  expect(facts?.message).toBe('No mailbox … for … at line 12')
})

test('names of the code stay', () => {
  const error = new TypeError("Cannot read properties of undefined (reading 'unitPrice')")
  expect(errorFacts(error)).toMatchObject({ type: 'TypeError', message: error.message })
})
