/** What is promised of: positions as people paste them. */
import { expect, test } from 'vitest'
import { positionText, readPosition } from './position-text.ts'

test.each([
  ['25.0330, 121.5654', 25.033, 121.5654],
  ['25.033 121.5654', 25.033, 121.5654],
  ['２５.０３，１２１.５６', 25.03, 121.56],
  ['-33.8568,151.2153', -33.8568, 151.2153],
  ['https://www.google.com/maps/@25.033,121.5654,15z', 25.033, 121.5654],
  ['https://www.google.com/maps/search/?api=1&query=25.033,121.5654', 25.033, 121.5654],
])('%s is a position', (typed, lat, lng) => {
  expect(readPosition(typed)).toEqual({ lat, lng })
})

test.each(['', '25', '125.1, 12', '25.0, 190', '信義路五段7號', '1,2,3', 'http://example.com/a'])(
  '%j is none',
  (typed) => {
    expect(readPosition(typed)).toBeNull()
  },
)

test('what is kept is written so that it can be read again', () => {
  expect(readPosition(positionText(25.033, -121.5654))).toEqual({ lat: 25.033, lng: -121.5654 })
  expect(positionText(25, undefined)).toBe('')
})
