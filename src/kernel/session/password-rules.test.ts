/** Which passwords are refused, and why. */
import { expect, test } from 'vitest'
import { Refusal } from '../base/fail.ts'
import { checkPassword } from './password-rules.ts'

const owner = { name: 'Mei-Ling Chen', email: 'meiling.chen@harbor.example' }

function weakness(password: string): unknown {
  try {
    checkPassword(password, owner, 'next')
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    expect(error).toMatchObject({ rule: 'session.weak-password', field: 'next', status: 422 })
    return error.facts.why
  }
}

test('a password has at least ten characters, whatever the script', () => {
  expect(weakness('k7#Rw!p2x')).toBe('short')
  expect(weakness('k7#Rw!p2xQ')).toBe(null)
  expect(weakness('春眠不覺曉處處聞啼')).toBe('short')
  expect(weakness('春眠不覺曉處處聞啼鳥')).toBe(null)
  expect(weakness('\u{20BB7}\u{20BB7}\u{20BB7}\u{20BB7}\u{20BB7}')).toBe('short')
})

test.each(['Mei-Ling Chen', 'meilingchen', 'MeiLing.Chen88', 'meiling.chen@harbor.example'])(
  'the own name or e-mail is no password: %s',
  (password) => expect(weakness(password)).toBe('personal'),
)

test.each([
  'password123',
  'Password2024!',
  '1234567890',
  '9876543210',
  'abcdefghijk',
  'qwertyuiop',
  '1qaz2wsx3edc',
  'woaini1314520',
  'iloveyou1314',
  'aaaaaaaaaaaa',
  '1212121212',
])('what many people use is no password: %s', (password) => {
  expect(weakness(password)).toBe('common')
})

test.each([
  'seven boats at noon',
  'harbor lights 42 red',
  '8061-2274-9935',
  'chen owns a red bike',
])('a sentence or a made-up word is one: %s', (password) => expect(weakness(password)).toBe(null))
