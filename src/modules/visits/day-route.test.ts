/** The way of a day visits each place once, and is never longer than going as they come. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayRoute, legsOf } from './day-route.ts'

const taipei = { lat: 25.03, lng: 121.56 }
const line = (...lats: number[]) => lats.map((lat) => ({ lat, lng: 121 }))

test('places on one street are visited one after the other', () => {
  expect(dayRoute({ lat: 24, lng: 121 }, line(24.3, 24.1, 24.4, 24.2))).toEqual([1, 3, 0, 2])
})

test('a crossing that the nearest-first way has is undone', () => {
  const square = [
    { lat: 0, lng: 0 },
    { lat: 0.001, lng: 0.01 },
    { lat: 0.01, lng: 0 },
    { lat: 0.011, lng: 0.011 },
  ]
  const route = dayRoute({ lat: 0, lng: -0.001 }, square)
  expect(sum(legsOf({ lat: 0, lng: -0.001 }, square, route))).toBeLessThan(3600)
})

test('no place, one place, no start', () => {
  expect(dayRoute(taipei, [])).toEqual([])
  expect(dayRoute(taipei, [taipei])).toEqual([0])
  expect(legsOf(null, [taipei], dayRoute(null, [taipei]))).toEqual([0])
})

const place = fc.record({
  lat: fc.double({ min: 22, max: 25, noNaN: true }),
  lng: fc.double({ min: 120, max: 122, noNaN: true }),
})

test('each place once, never longer than as they come', () => {
  fc.assert(
    fc.property(fc.option(place), fc.array(place, { maxLength: 9 }), (start, stops) => {
      const route = dayRoute(start, stops)
      const asTheyCome = stops.map((_, index) => index)
      expect(route.toSorted((a, b) => a - b)).toEqual(asTheyCome)
      const way = sum(legsOf(start, stops, route))
      expect(way).toBeLessThanOrEqual(sum(legsOf(start, stops, asTheyCome)) + 0.001)
    }),
  )
})

function sum(legs: readonly number[]): number {
  return legs.reduce((all, leg) => all + leg, 0)
}
