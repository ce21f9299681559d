/** What is promised of: home tiles. */
import type { HouseMeta } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import { readableViews, type HomeView } from './home-views.ts'
import { keyOf, moved, offeredTiles, resized, shownTiles, type HomeTile } from './home-tiles.ts'

const house = {
  reports: { sales: { name: 'sales', params: [], totals: ['sum'], columns: [], chart: {} } },
  entities: { order: { fields: [], actions: [] } },
  menu: [{ group: 'Sales', entries: [{ entity: 'order' }, { report: 'sales' }] }],
  user: { roles: ['sales'] },
} as unknown as HouseMeta
const tiles: HomeTile[] = ['a', 'b', 'c'].map((of) => ({ kind: 'work', of, wide: false }))
const order = (list: HomeTile[]) => list.map(({ of }) => of).join('')

test('a tile is carried to another place, and never off the page', () => {
  expect(order(moved(tiles, 0, 2))).toBe('bca')
  expect(order(moved(tiles, 2, 1))).toBe('acb')
  expect(order(moved(tiles, 0, -1))).toBe('abc')
  expect(order(moved(tiles, 2, 3))).toBe('abc')
  expect(resized(tiles, 1).map(({ wide }) => wide)).toEqual([false, true, false])
})

test('only what the person may see is offered and shown', () => {
  const offered = ['figure sales', 'chart sales', 'list order', 'open ', 'recent ']
  expect(offeredTiles(house, []).map(keyOf)).toEqual(offered)
  const administrator = { ...house, user: { roles: ['administrator'] } } as HouseMeta
  expect(offeredTiles(administrator, []).map(keyOf)).toEqual([...offered, 'health ', 'log '])
  const kept: HomeTile[] = [...tiles, { kind: 'chart', of: 'sales', wide: true }]
  expect(shownTiles(house, [], kept)).toEqual([kept[3]])
})

test('a view stands there as long as it is there, and its records may be seen', () => {
  const view = { id: 'v', name: 'Big ones', entity: 'order', where: {}, sort: '', columns: [] }
  const views: HomeView[] = [{ ...view, shared: true }]
  const seeing = house
  const blind = { ...house, entities: {} }
  expect(readableViews(blind, views)).toEqual([])
  expect(readableViews(seeing, views)).toEqual(views)
  const kept: HomeTile[] = [{ kind: 'view', of: 'v', wide: false }]
  expect(shownTiles(house, views, kept)).toEqual(kept)
  expect(shownTiles(house, [], kept)).toEqual([])
})
