/** The card never lies over what it speaks of, as long as the screen has room anywhere. */
import { expect, test } from 'vitest'
import { around, placeBeside, type Box } from './tour-place.ts'

const card = { width: 340, height: 190 }
const desk = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

const overlaps = (one: Box, other: Box) =>
  one.left < other.left + other.width &&
  other.left < one.left + one.width &&
  one.top < other.top + other.height &&
  other.top < one.top + one.height

test.each([
  ['the menu at the side', { left: 0, top: 60, width: 196, height: 740 }, desk],
  ['the search box', { left: 700, top: 8, width: 320, height: 30 }, desk],
  ['the button at the right edge', { left: 1320, top: 60, width: 104, height: 30 }, desk],
  ['tabs and filters', { left: 214, top: 110, width: 1210, height: 90 }, desk],
  ['a column at the right', { left: 1100, top: 0, width: 340, height: 900 }, desk],
  ['the bar at the bottom', { left: 0, top: 784, width: 390, height: 60 }, phone],
  ['the round button', { left: 318, top: 712, width: 56, height: 56 }, phone],
  ['the bell', { left: 298, top: 4, width: 40, height: 40 }, phone],
])('%s stays in sight', (_, target, screen) => {
  const place = { ...placeBeside(target, card, screen), ...card }
  expect(overlaps(place, target)).toBe(false)
  expect(place.left).toBeGreaterThanOrEqual(0)
  expect(place.top).toBeGreaterThanOrEqual(0)
  expect(place.left + place.width).toBeLessThanOrEqual(screen.width)
  expect(place.top + place.height).toBeLessThanOrEqual(screen.height)
})

test('several things are spoken of as one, and what is not shown does not count', () => {
  const tabs = { left: 10, top: 20, width: 100, height: 30 }
  const tools = { left: 10, top: 50, width: 200, height: 40 }
  const unseen = { left: 0, top: 0, width: 0, height: 0 }
  expect(around([tabs, tools, unseen])).toEqual({ left: 10, top: 20, width: 200, height: 70 })
  expect(around([unseen])).toBeNull()
})
