/** Cron texts of the program's work read as words. */
import { createTranslator } from '#kernel/i18n/message.ts'
import { expect, test } from 'vitest'
import { rhythmText } from './rhythm.ts'

const t = createTranslator('en', {})

test('the usual rhythms are said in words, others as they stand', () => {
  expect(rhythmText('*/10 * * * *', t)).toBe('every 10 minutes')
  expect(rhythmText('5 * * * *', t)).toBe('every hour')
  expect(rhythmText('5 3 * * *', t)).toBe('daily at 03:05')
  expect(rhythmText('0 7 * * 1', t)).toBe('0 7 * * 1')
})
