/** What is promised of: places and distances. */
import type { FieldMeta, WireRow } from '#kernel/http/wire.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { metresBetween } from '#kernel/text/metres-between.ts'
import { apart, byDistance, distanceText, mapAddresses } from './places.ts'

const plain = { filterable: true, listable: true, sortable: false, groupable: false }
const field: FieldMeta = { name: 'address', kind: 'address', label: 'Address', ...plain }
const row = (id: string, address: unknown): WireRow => ({ id, version: 1, address })
const taipei = { lat: 25.033, lng: 121.5654 }
const kaohsiung = { lat: 22.6273, lng: 120.3014 }
const degree = (most: number) => fc.double({ min: -most, max: most, noNaN: true })
const anywhere = fc.record({ lat: degree(90), lng: degree(180) })

test('only what has both degrees is on the map', () => {
  const rows = [
    row('a', { city: '臺北市', ...taipei }),
    row('b', { city: '臺北市', lat: 25 }),
    row('c', null),
    row('d', { lat: 125, lng: 12 }),
    row('e', { lat: 0, lng: 0 }),
  ]
  const { placed, unplaced } = apart(rows, field)
  expect(placed.map((one) => one.row.id)).toEqual(['a', 'e'])
  expect(unplaced.map(({ id }) => id)).toEqual(['b', 'c', 'd'])
})

test('distances are those of the globe, the same there and back', () => {
  expect(metresBetween(taipei, kaohsiung) / 1000).toBeCloseTo(296.9, 0)
  // Over the line where the days meet it is near, not once around.
  expect(metresBetween({ lat: 0, lng: 179.5 }, { lat: 0, lng: -179.5 })).toBeLessThan(112_000)
  fc.assert(
    fc.property(anywhere, anywhere, (one, other) => {
      const there = metresBetween(one, other)
      expect(there).toBeGreaterThanOrEqual(0)
      expect(there).toBeLessThanOrEqual(20_015_200)
      expect(metresBetween(other, one)).toBeCloseTo(there, 3)
    }),
  )
})

test('the nearest comes first', () => {
  const placed = [
    { row: row('far', null), place: kaohsiung },
    { row: row('near', null), place: { lat: 25.04, lng: 121.56 } },
  ]
  expect(byDistance(placed, taipei).map((one) => one.row.id)).toEqual(['near', 'far'])
})

test('short ways are told in metres, long ones in round kilometres', () => {
  expect(distanceText(847, 'en')).toBe('850 m')
  expect(distanceText(996, 'en')).toBe('1 km')
  expect(distanceText(3240, 'en')).toBe('3.2 km')
  expect(distanceText(296_850, 'zh-Hant')).toBe('297 公里')
})

test('map programs get the place, and a name that breaks nothing', () => {
  const { google, amap, geo } = mapAddresses(taipei, '長城 & 子')
  expect(google).toContain('query=25.033,121.5654')
  expect(new URL(amap).searchParams.get('name')).toBe('長城 & 子')
  expect(new URL(amap).searchParams.get('position')).toBe('121.5654,25.033')
  expect(geo).toMatch(/^geo:25\.033,121\.5654\?q=25\.033,121\.5654\(%E9/)
})
