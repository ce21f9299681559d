/** What is promised of: list state. */
import type { EntityMeta, FieldMeta } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import { parseListSearch } from './list-search.ts'
import { isChanged, listStateOf, nextSort, searchOfView, searchWith } from './list-state.ts'

const field = (name: string): FieldMeta => ({
  name,
  kind: 'text',
  label: name,
  filterable: true,
  listable: true,
  sortable: true,
  groupable: false,
})
const meta = {
  fields: ['name', 'status', 'owner'].map(field),
  list: {
    columns: ['name', 'status'],
    sort: '-createdAt',
    tabs: [
      { key: 'mine', label: 'Mine', where: { owner: 'me' } },
      { key: 'all', label: 'All', where: {} },
    ],
    totals: [],
  },
} as unknown as EntityMeta
const view = {
  id: 'v1',
  name: 'Old',
  where: { status: 'old' },
  sort: 'name',
  columns: ['name'],
  shared: false,
  mine: true,
}

test('without an address the first tab and the usual columns stand', () => {
  const state = listStateOf(meta, {}, [])
  expect(state.tab?.key).toBe('mine')
  expect(state.where).toEqual({ owner: 'me' })
  expect(state.columns.map(({ name }) => name)).toEqual(['name', 'status'])
})

test('a link with conditions is not narrowed by the first tab', () => {
  const state = listStateOf(meta, { where: { status: 'x' } }, [])
  expect(state.tab?.key).toBe('all')
  expect(state.where).toEqual({ status: 'x' })
})

test('a tab named in the address holds beside the conditions', () => {
  const state = listStateOf(meta, { tab: 'mine', where: { status: 'x' } }, [])
  expect(state.where).toEqual({ owner: 'me', status: 'x' })
})

test('changing one thing keeps the tab, and empty things leave the address', () => {
  const state = listStateOf(meta, {}, [])
  expect(searchWith(state, {}, { q: 'tea' })).toEqual({ tab: 'mine', q: 'tea' })
  expect(searchWith(state, { q: 'tea' }, { q: '', where: {} })).toEqual({ tab: 'mine' })
})

test('a saved view is in the address as a whole, and one sees when it was changed', () => {
  const search = searchOfView(view)
  expect(listStateOf(meta, search, [view]).view).toBe(view)
  expect(isChanged(view, search)).toBe(false)
  expect(isChanged(view, { ...search, sort: '-name' })).toBe(true)
})

test('clicks on a heading sort up, down, then as usual', () => {
  expect(nextSort('-createdAt', 'name', '-createdAt')).toBe('name')
  expect(nextSort('name', 'name', '-createdAt')).toBe('-name')
  expect(nextSort('-name', 'name', '-createdAt')).toBe('-createdAt')
  expect(nextSort('-name', 'name', '-name')).toBe('name')
})

test('shape, grouping and calendar are kept in the address and in a saved view', () => {
  const state = field('status')
  const withState = {
    ...meta,
    fields: [
      { ...state, kind: 'state', groupable: true },
      { ...field('on'), kind: 'date' },
    ],
  } as unknown as EntityMeta
  const board = { ...view, shape: 'board', group: 'status' } as const
  const search = searchOfView(board)
  expect(search).toMatchObject({ shape: 'board', group: 'status' })
  expect(isChanged(board, search)).toBe(false)
  expect(isChanged(board, { ...search, shape: 'calendar' })).toBe(true)
  expect(listStateOf(withState, search, [board])).toMatchObject({
    shape: 'board',
    group: { name: 'status' },
    days: { name: 'on' },
    span: 'month',
  })
  expect(listStateOf(withState, { shape: 'gallery' }, [])).toMatchObject({ shape: 'table' })
  expect(listStateOf(withState, {}, []).group).toBeUndefined()
})

test('columns that this person does not have are left out', () => {
  const state = listStateOf(meta, { columns: ['secret', 'owner'] }, [])
  expect(state.columns.map(({ name }) => name)).toEqual(['owner'])
})

test('an address is read as far as it can be understood', () => {
  const search = { tab: 5, where: '[]', sort: 'name', q: 12, columns: 'a,,b', odd: 1 }
  expect(parseListSearch(search)).toEqual({ tab: '5', sort: 'name', q: '12', columns: ['a', 'b'] })
  expect(parseListSearch({ where: { a: 1 }, view: 'v' })).toEqual({ where: { a: 1 }, view: 'v' })
  expect(parseListSearch({ shape: 'heap', span: 'week', day: '2026-02-30' })).toEqual({
    span: 'week',
  })
})
