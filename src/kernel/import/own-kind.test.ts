/** Rows that refer to rows of the same file, whichever stands first. */
import { expect, test } from 'vitest'
import { people } from '../testing/people.ts'
import { useHouse } from '../testing/use-house.ts'
import { bring, boxes, Box } from './testing/bring.ts'

const world = useHouse([people, boxes], async () => async () => undefined)

async function insides(code: string): Promise<[name: string, inside: string | null][]> {
  const all = await world().program.list(Box, { where: { code: { starts: code } }, sort: 'name' })
  const names = new Map(all.map(({ id, name }) => [id, name]))
  return all.map(({ name, inside }) => [name, inside && (names.get(inside) ?? '?')])
}

test('a row may refer to one below it, and that to another', async () => {
  const text = 'code,name,inside\nin-1,Small,Middle\nin-2,Middle,in-3\nin-3,Large,'
  expect(await bring(world(), text)).toMatchObject({ status: 'done', problems: [] })
  expect(await insides('in-')).toEqual([
    ['Large', null],
    ['Middle', 'Large'],
    ['Small', 'Middle'],
  ])
})

test('what a refused row would have been is missing for those that refer to it', async () => {
  const text = 'code,name,mail,inside\nno-1,Inner,,Outer\nno-2,Outer,no address,\nno-3,Own,,Own'
  const { problems } = await bring(world(), text)
  expect(problems).toEqual([
    [2, 'inside', 'import.no-such-record'],
    [3, 'mail', 'field.not-an-email'],
    [4, 'inside', 'import.no-such-record'],
  ])
})

test('rows in a circle are refused where they are new', async () => {
  const { problems } = await bring(world(), 'code,name,inside\ncy-1,Egg,Hen\ncy-2,Hen,Egg')
  expect(problems.map(([row]) => row)).toEqual([2, 3])
})

test('a trial run knows what it would have added batches before', async () => {
  const fillers = Array.from({ length: 1100 }, (_, at) => `far-${at},Filler ${at},`)
  const text = ['code,name,inside', 'far-x,Far away,', ...fillers, 'far-y,Near,FAR away'].join('\n')
  const tried = await bring(world(), text, { check: true })
  expect(tried).toMatchObject({ status: 'checked', problems: [], figures: { created: 1102 } })
  const missing = await bring(world(), `${text}\nfar-z,None,Nowhere`, { check: true })
  expect(missing.problems).toEqual([[1104, 'inside', 'import.no-such-record']])
  expect((await bring(world(), text)).figures).toEqual(tried.figures)
})
