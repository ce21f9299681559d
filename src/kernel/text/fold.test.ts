/** Texts that people hold to be the same fold to the same form. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, withoutMarks } from './fold.ts'
import { foldScript, toSimplified } from './script.ts'

test('width, case and spaces are levelled', () => {
  expect(fold(' ＡＢＣ\u3000公司\t\n ㈱ ')).toBe('abc 公司 (株)')
})

test('folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text))
    }),
  )
})

test('Latin letters lose their marks, other scripts keep theirs', () => {
  expect(withoutMarks('königlich père smørrebrød straße')).toBe('koniglich pere smorrebrod strasse')
  expect(withoutMarks('が й')).toBe('が й')
})

test.each([
  ['宏達國際電子', '宏达国际电子'],
  ['臺灣', '台湾'],
  ['裡裏著', '里里着'],
  ['戸田', '户田'],
  ['ABC 123', 'ABC 123'],
])('%s has the key %s', (text, key) => {
  expect(foldScript(text)).toBe(key)
})

test('a part folds as it does inside the whole, so that it is found there', () => {
  const characters = fc.constantFrom(...Array.from('乾坤燥隆後皇后發髮面麵著名台臺灣'))
  fc.assert(
    fc.property(fc.array(characters), fc.nat(20), (list, at) => {
      const parts = [list.slice(0, at), list.slice(at)].map((part) => foldScript(part.join('')))
      expect(parts.join('')).toBe(foldScript(list.join('')))
    }),
  )
})

test('reading text is simplified by phrases', () => {
  expect(toSimplified('乾坤與乾燥，皇后在後面')).toBe('乾坤与干燥，皇后在后面')
})
