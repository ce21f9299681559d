/** What a refusal says, sentences within the sentence too. */
import { expect, test } from 'vitest'
import { createTranslator } from '../i18n/message.ts'
import { ruleText } from './problem.ts'

const words = {
  '“{stage}” lacks: {missing}.': '「{stage}」還缺:{missing}。',
  '{by} ({found} of {needed})': '{by}({found}/{needed})',
  Files: '檔案',
  Quotes: '報價單',
}
const rules = {
  'deal.lacks': '“{stage}” lacks: {missing}.',
  'deal.lack': '{by} ({found} of {needed})',
}

test('what is missing is said in the language of the one who is refused', () => {
  const lack = (by: string, found: number) => ({
    rule: 'deal.lack',
    facts: { by, found, needed: 2 },
  })
  const facts = { stage: 'Offer', missing: [lack('Files', 0), lack('Quotes', 1)] }
  const inEnglish = ruleText(rules, createTranslator('en', {}))
  expect(inEnglish('deal.lacks', facts)).toBe('“Offer” lacks: Files (0 of 2) and Quotes (1 of 2).')
  const inChinese = ruleText(rules, createTranslator('zh-Hant', words))
  expect(inChinese('deal.lacks', facts)).toBe('「Offer」還缺:檔案(0/2)和報價單(1/2)。')
})
