/** What stands between the cells is found out, whatever stands inside of them. */
import { expect, test } from 'vitest'
import { guessSeparator } from './separator.ts'

test.each([
  [',', 'a,b\n1,2\n'],
  [';', 'a;b\n1,5;2,5\n3,5;4,5\n'],
  ['\t', 'a\tb\n1,5\tx; y\n'],
  ['|', 'a|b|c\n1|2|3\n'],
  [',', 'name,remark\n"x; y; z",a\n"u; v; w",b\n'],
  [';', '"Smith, John";"a, b"\n"Lee, Ann";"c, d"\n'],
  [',', 'Report; May\n\na,b,c\n1,2,3\n4,5,6\n'],
  [',', 'name\nHongda\nYuandong\n'],
  [';', 'sep=;\na,b;c\n'],
  [',', 'name,size\n5" pipe,5\n6" pipe,6\n'],
  [',', ''],
])('%j separates %j', (separator, text) => {
  expect(guessSeparator(text)).toBe(separator)
})
