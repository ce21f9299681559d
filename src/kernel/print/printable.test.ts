/** Texts reach the paper with every word and without what steers screens and printers. */
import { expect, test } from 'vitest'
import { printable } from './printable.ts'

test.each([
  ['a\r\nb\rc\u2028d\u0085e', 'a\nb\nc\nd\ne', 'one kind of line end'],
  ['a\tb', 'a  b', 'tabs are spaces'],
  ['a\u0000b\u0007c\u001bd\u009fe', 'abcde', 'no control characters'],
  ['\ufeffa', 'a', 'no byte order mark'],
  ['paper\u202efdp.exe\u2066!', 'paperfdp.exe!', 'nothing that turns the direction'],
  ['a\ud800b', 'a\ufffdb', 'half a sign becomes a visible mark'],
  ['𠮷 王・Ł é 한 عربي 　x', '𠮷 王・Ł é 한 عربي 　x', 'all scripts stay'],
])('%o: %s', (given, expected) => {
  expect(printable(given)).toBe(expected)
})
