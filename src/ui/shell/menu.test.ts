/** What is promised of: menu. */
import type { HouseMeta } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import { entityOfPath, placeOfPath, placesOf } from './menu.ts'

const house = {
  entities: { shelf: { icon: 'box' } },
  menu: [
    { group: 'Store', entries: [{ label: 'Shelves', entity: 'shelf' }] },
    {
      group: 'Figures',
      entries: [
        { label: 'By month', report: 'by-month' },
        { label: 'Board', screen: '/shelf/board', icon: 'layout-dashboard' },
      ],
    },
  ],
} as unknown as HouseMeta

test('every menu entry becomes an address with an icon', () => {
  expect(placesOf(house)).toEqual([
    { label: 'Shelves', icon: 'box', group: 'Store', href: '/list/shelf', entity: 'shelf' },
    { label: 'By month', icon: 'chart-bar', group: 'Figures', href: '/report/by-month' },
    { label: 'Board', icon: 'layout-dashboard', group: 'Figures', href: '/shelf/board' },
  ])
})

test('a record, a new one and an import belong to the list of their entity', () => {
  const places = placesOf(house)
  expect(placeOfPath(places, '/record/shelf/1')?.label).toBe('Shelves')
  expect(placeOfPath(places, '/new/shelf')?.label).toBe('Shelves')
  expect(placeOfPath(places, '/report/by-month')?.label).toBe('By month')
  expect(placeOfPath(places, '/bin')).toBeUndefined()
  expect(entityOfPath('/report/by-month')).toBeUndefined()
})
