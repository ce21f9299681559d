/** An @ begins a name, in Chinese too, but not in a mail address. */
import { expect, test } from 'vitest'
import { mentionedIn, typedMention, withBoldNames, withMention } from './comment-mentions.ts'

test.each([
  ['@', ''],
  ['Please look, @mei', 'mei'],
  ['請@王', '王'],
  ['請＠wxm', 'wxm'],
  ['(@lin', 'lin'],
])('%s asks for %j', (text, query) => {
  expect(typedMention(text, text.length)?.query).toBe(query)
})

test.each(['lin@harbor', 'a.b@', 'no sign', '@王小明 ', '@mei chen'])(
  '%s asks for nobody',
  (text) => {
    expect(typedMention(text, text.length)).toBeNull()
  },
)

test('only what stands before the cursor counts, and the name takes its place', () => {
  const text = '請 @wang 看看'
  const typed = typedMention(text, 7)
  expect(typed).toEqual({ query: 'wang', from: 2, to: 7 })
  expect(typed && withMention(text, typed, '王小明')).toEqual({
    text: '請 @王小明 看看',
    cursor: 7,
  })
})

test('a name that was taken out again is not mentioned', () => {
  const chosen = [
    { id: '1', name: '王小明' },
    { id: '2', name: 'Mei' },
    { id: '1', name: '王小明' },
  ]
  expect(mentionedIn('Hello @王小明!', chosen)).toEqual([{ id: '1', name: '王小明' }])
})

test('names stand out, one within another too', () => {
  expect(withBoldNames('@Ann and @Anna', ['Ann', 'Anna'])).toBe('**@Ann** and **@Anna**')
  expect(withBoldNames('@A.B', ['A.B', ''])).toBe('**@A.B**')
  expect(withBoldNames('plain', [])).toBe('plain')
})
