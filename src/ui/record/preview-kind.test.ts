/** What can be looked at is looked at; what a browser would run or cannot show is downloaded. */
import { expect, test } from 'vitest'
import { previewOf } from './preview-kind.ts'

test.each([
  ['image/png', 'picture'],
  ['image/svg+xml', null],
  ['application/pdf', 'pdf'],
  ['text/plain', 'text'],
  ['text/html', null],
  ['application/json', 'text'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'office'],
  ['application/vnd.oasis.opendocument.text', 'office'],
  ['application/vnd.oasis.opendocument.graphics', null],
  ['', null],
])('%s is shown as %s', (type, kind) => {
  expect(previewOf(type)).toBe(kind)
})
