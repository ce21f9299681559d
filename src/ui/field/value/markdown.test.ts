/** Simple marks are read; nothing in a text can become markup or a script. */
import { expect, test } from 'vitest'
import { readInline, readMarkdown } from './markdown.ts'

test('paragraphs, headings, lists and quotes', () => {
  const text = '# 合約\n甲方：**宏達**\n第二行\n\n- 一\n- 二\n1. first\n> said'
  const kinds = readMarkdown(text).map((block) => {
    if (block.kind === 'list') return `${block.ordered ? 'ol' : 'ul'} ${block.items.length}`
    return block.kind === 'heading' ? `h${block.level}` : `${block.kind} ${block.lines.length}`
  })
  expect(kinds).toEqual(['h1', 'paragraph 2', 'ul 2', 'ol 1', 'quote 1'])
})

test('marks inside a line', () => {
  expect(readInline('a **b** *c* `d` [e](https://f.tw) https://g.tw/h，')).toEqual([
    { kind: 'text', text: 'a ' },
    { kind: 'bold', text: 'b' },
    { kind: 'text', text: ' ' },
    { kind: 'italic', text: 'c' },
    { kind: 'text', text: ' ' },
    { kind: 'code', text: 'd' },
    { kind: 'text', text: ' ' },
    { kind: 'link', text: 'e', href: 'https://f.tw' },
    { kind: 'text', text: ' ' },
    { kind: 'link', text: 'https://g.tw/h', href: 'https://g.tw/h' },
    { kind: 'text', text: '，' },
  ])
})

test('links that are no links and markup stay text', () => {
  const script = '[x](javascript:alert(1))'
  expect(readInline(script).every(({ kind }) => kind === 'text')).toBe(true)
  expect(readInline('<b>3 * 4 * 5</b>')).toEqual([{ kind: 'text', text: '<b>3 * 4 * 5</b>' }])
})
