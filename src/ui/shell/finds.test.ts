/** What is promised of: finds. */
import type { HouseMeta } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import { commandsOf, deedsOf, findsOf, matchingCommands } from './finds.ts'

const entity = (name: string, may: object, isLine = false) => ({
  name,
  label: { one: name.toUpperCase(), many: `${name}s` },
  icon: 'box',
  may,
  isLine,
})
const house = {
  entities: {
    shelf: entity('shelf', { create: true }),
    box: entity('box', { create: false }),
    row: entity('row', { create: true }, true),
  },
  menu: [{ group: 'Store', entries: [{ label: 'Shelves', entity: 'shelf' }] }],
} as unknown as HouseMeta
const t = (english: string, values?: Record<string, unknown>) =>
  english.replace('{name}', String(values?.['name']))

test('offers the places of the menu and a new record where it may be made', () => {
  const hrefs = commandsOf(house, t).map(({ href }) => href)
  expect(hrefs).toEqual(['/list/shelf', '/new/shelf'])
})

test('a command matches when all words are in it, in any width and case', () => {
  const commands = commandsOf(house, t)
  expect(matchingCommands(commands, 'NEW ｓｈｅｌｆ').map(({ title }) => title)).toEqual([
    'New SHELF',
  ])
  expect(matchingCommands(commands, 'store shelves')).toHaveLength(1)
  expect(matchingCommands(commands, 'box')).toEqual([])
  expect(matchingCommands(commands, 'shelves box')).toEqual([])
})

test('a command is found by how its name sounds', () => {
  const sounds = { Shelves: 'shujia sj', SHELF: 'shujia sj' }
  const commands = commandsOf(house, t, sounds)
  expect(matchingCommands(commands, 'sj').map(({ key }) => key)).toEqual([
    '/list/shelf',
    'new shelf',
  ])
})

test('the open page offers what is possible on it, and does it', () => {
  const done: string[] = []
  const items = [
    { key: 'confirm', label: 'Confirm', onSelect: () => done.push('confirm') },
    { key: 'ship', label: 'Ship', why: 'Not confirmed yet.' },
    { key: 'drawn', label: null, onSelect: () => done.push('drawn') },
  ].map((item) => ({ ...item, onSelect: () => void item.onSelect?.() }))
  const deeds = deedsOf([{ of: 'SO-1', items }], t, { Confirm: 'queren qr' })
  expect(deeds.map(({ title, subtitle }) => [title, subtitle])).toEqual([['Confirm', 'SO-1']])
  const [deed] = matchingCommands(deeds, 'qr')
  deed?.run()
  expect(done).toEqual(['confirm'])
})

test('hits of one kind stand together, kinds in the order of their best hit', () => {
  const hit = (entity: string, id: string) => ({ entity, id, title: id, subtitle: '' })
  const answer = { hits: [hit('box', '1'), hit('shelf', '2'), hit('box', '3'), hit('secret', '4')] }
  expect(findsOf(answer, house).map(({ href }) => href)).toEqual([
    '/record/box/1',
    '/record/box/3',
    '/record/shelf/2',
  ])
})
