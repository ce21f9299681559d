/** Rows that mean records by a key, unique values, and references by name. */
import { expect, test } from 'vitest'
import { people } from '../testing/people.ts'
import { useHouse } from '../testing/use-house.ts'
import { bring, boxes, Box, onBox, runOf, Shelf, stateOf, work } from './testing/bring.ts'

const world = useHouse([people, boxes], async () => async () => undefined)

async function boxesBy(code: string) {
  return world().program.list(Box, { where: { code: { starts: code } }, sort: 'number' })
}

/** Tries the text, brings it in, and expects that both come to the same. */
async function tryAndBring(text: string, wish: Parameters<typeof bring>[2]) {
  const tried = await bring(world(), text, { ...wish, check: true })
  expect(tried.status).toBe('checked')
  const brought = await bring(world(), text, wish)
  expect(brought.status).toBe('done')
  expect([tried.figures, tried.problems]).toEqual([brought.figures, brought.problems])
  return brought
}

test('a key is found in the form it is kept in: case, width, spaces', async () => {
  await world().program.create(Box, { name: 'Tea', code: 'key café', mail: 'tea@box.example' })
  const byMail = 'name,mail\nGreen tea, Tea@BOX.example \nNew,new@box.example'
  const { figures } = await tryAndBring(byMail, { key: 'mail', mode: 'upsert' })
  expect(figures).toMatchObject({ created: 1, updated: 1, rejected: 0 })
  const byCode = 'name,code\nBlack tea,key  cafe\u0301'
  expect((await tryAndBring(byCode, { key: 'code', mode: 'upsert' })).figures).toMatchObject({
    created: 0,
    updated: 1,
  })
  expect((await boxesBy('key')).map(({ name }) => name)).toEqual(['Black tea'])
})

test('update changes what is there, and refuses what is not, or names nothing', async () => {
  await world().program.create(Box, { name: 'One', code: 'up-1', kind: 'goods' })
  await world().program.create(Box, { name: 'Two', code: 'up-2' })
  const text = 'code,name\nup-1,Uno\nup-2,Two\nup-3,Tres\n,Nada'
  const { figures, problems } = await tryAndBring(text, { key: 'code', mode: 'update' })
  expect(figures).toMatchObject({ created: 0, updated: 1, unchanged: 1, rejected: 2 })
  expect(problems).toEqual([
    [4, 'code', 'import.no-such-record'],
    [5, 'code', 'field.required'],
  ])
  const found = await boxesBy('up-')
  expect(found.map(({ name, kind }) => [name, kind])).toEqual([
    ['Uno', 'goods'],
    ['Two', null],
  ])
})

test('a value that stands twice belongs to its first row, in a trial as well', async () => {
  await world().program.create(Box, { name: 'Known', code: 'two-known' })
  const head = ['code,name', 'two-new,A', 'two-known,Changed', 'two-new,B', 'two-known,Again']
  const fillers = Array.from({ length: 600 }, (_, at) => `two-${at},Filler`)
  const tail = ['TWO-NEW,Other case', 'two-new,C', ' two-7 ,Spaced']
  const text = [...head, ...fillers, ...tail].join('\n')
  const { figures, problems } = await tryAndBring(text, { key: 'code', mode: 'upsert' })
  expect(figures).toMatchObject({ created: 602, updated: 1, rejected: 4 })
  expect(problems.map(([row, field, rule]) => [row, `${field} ${rule}`])).toEqual(
    [4, 5, 607, 608].map((row) => [row, 'code import.twice-in-file']),
  )
})

test('so it is for a run that goes on behind a failure', async () => {
  const fillers = Array.from({ length: 600 }, (_, at) => `off-${at},Filler ${at}`)
  const text = ['code,name', ...fillers, 'off-3,Again'].join('\n')
  const id = await runOf(world(), text, { key: 'code', mode: 'upsert' })
  onBox.added = (name) => {
    if (name !== 'Filler 550') return
    onBox.added = () => undefined
    throw new Error('broken')
  }
  await expect(work(world(), id)).rejects.toThrow('broken')
  await work(world(), id)
  const { figures, problems } = await stateOf(world(), id)
  expect(figures).toMatchObject({ created: 600, updated: 0, rejected: 1 })
  expect(problems).toEqual([[602, 'code', 'import.twice-in-file']])
})

test('a unique value of another record is refused, of a new row and of a changed one', async () => {
  await world().program.create(Box, { name: 'A', code: 'own-a', mail: 'own@box.example' })
  await world().program.create(Box, { name: 'B', code: 'own-b' })
  const text = 'code,name,mail\nown-b,B,OWN@box.example\nown-c,C,own@box.example'
  const { problems } = await tryAndBring(text, { key: 'code', mode: 'upsert' })
  expect(problems).toEqual([
    [2, 'mail', 'field.not-unique'],
    [3, 'mail', 'import.twice-in-file'],
  ])
  const created = await tryAndBring('code,name\nown-a,Once more', { key: null, mode: 'create' })
  expect(created.problems).toEqual([[2, 'code', 'field.not-unique']])
})

test('missing references are made once, whatever their case, or named as missing', async () => {
  await world().program.create(Shelf, { name: 'Left wall' })
  const text = 'code,name,shelf\nref-1,A,left WALL\nref-2,B,Cellar\nref-3,C,cellar'
  const refused = await tryAndBring(text, {})
  expect(refused.problems).toEqual([
    [3, 'shelf', 'import.no-such-record'],
    [4, 'shelf', 'import.no-such-record'],
  ])
  const rest = 'code,name,shelf\nref-2,B,Cellar\nref-3,C,cellar'
  expect((await tryAndBring(rest, { createMissing: true })).figures.created).toBe(2)
  const shelves = await world().program.list(Shelf, { sort: 'name' })
  expect(shelves.map(({ name }) => name)).toEqual(['Cellar', 'Left wall'])
  const ids = new Map(shelves.map(({ id, name }) => [id, name]))
  expect((await boxesBy('ref-')).map(({ shelf }) => ids.get(shelf ?? ''))).toEqual([
    'Left wall',
    'Cellar',
    'Cellar',
  ])
})

test('several references stand in one cell, and each must be there', async () => {
  await world().program.create(Shelf, { name: 'Attic, north' })
  await world().program.create(Shelf, { name: 'Attic, south' })
  const cells = 'Attic, north; attic, SOUTH、Left wall'
  const text = `code,name,shelves\nmany-1,A,"${cells}"\nmany-2,B,"Left wall; Nowhere"`
  const { problems } = await tryAndBring(text, {})
  expect(problems).toEqual([[3, 'shelves', 'import.no-such-record']])
  const names = new Map((await world().program.list(Shelf)).map(({ id, name }) => [id, name]))
  const [box] = await boxesBy('many-')
  expect(box?.shelves?.map((id) => names.get(id))).toEqual([
    'Attic, north',
    'Attic, south',
    'Left wall',
  ])
})

test('numbers of the file are kept, and the series goes on behind them', async () => {
  await bring(world(), 'code,name,number\nnum-1,Kept,B-2026-9000\nnum-2,Next,\nnum-3,Other,LOT-7')
  expect((await boxesBy('num-')).map(({ number }) => number)).toEqual([
    'B-2026-9000',
    'B-2026-9001',
    'LOT-7',
  ])
  expect((await world().program.create(Box, { name: 'Later' })).number).toBe('B-2026-9002')
})

test('of an address the parts that the file does not have stay as they were', async () => {
  const place = { country: 'TW', city: '臺中市', street: '中正路 1 號', lat: 24.1 }
  await world().program.create(Box, { name: 'Far', code: 'far-1', place })
  const text = 'code,place.city,place.country\nfar-1,高雄市,UK'
  await tryAndBring(text, { key: 'code', mode: 'update' })
  expect((await boxesBy('far-'))[0]?.place).toEqual({ ...place, city: '高雄市', country: 'GB' })
})

test('a whole address in one column falls apart into its parts', async () => {
  const text = 'code,name,place.street\nla-1,Line,台北市信義區信義路五段7號\nla-2,Word,信義路'
  await tryAndBring(text, {})
  const [whole, part] = await boxesBy('la-')
  const parts = { country: 'TW', city: '臺北市', district: '信義區', street: '信義路五段7號' }
  expect(whole?.place).toEqual({ ...parts, postalCode: '110' })
  expect(part?.place).toEqual({ street: '信義路' })
})

test('a new record begins as another program kept it, one that is here stays', async () => {
  await world().program.create(Shelf, { name: 'Attic' })
  const text = 'code,name,status,goneOn,lastShelf\nbi-1,One,gone,2026-01-02,Attic\nbi-2,Two,,,'
  const { figures } = await tryAndBring(text, {})
  expect(figures).toMatchObject({ created: 2, rejected: 0 })
  const [one, two] = await boxesBy('bi-')
  expect(one).toMatchObject({ status: 'gone', goneOn: '2026-01-02' })
  expect(one?.lastShelf).not.toBeNull()
  expect(two).toMatchObject({ status: 'packed', goneOn: null, lastShelf: null })
  const again = 'code,name,status\nbi-1,Uno,gone\nbi-2,Dos,gone'
  const { figures: then, problems } = await tryAndBring(again, { key: 'code', mode: 'upsert' })
  expect(then).toMatchObject({ updated: 1, rejected: 1 })
  expect(problems).toEqual([[3, 'status', 'field.not-yours']])
  const wrong = 'code,name,status,lastShelf\nbi-3,Three,lost,\nbi-4,Four,,Nowhere at all'
  const refused = await tryAndBring(wrong, {})
  expect(refused.problems.map(([row, field]) => [row, field])).toEqual([
    [2, 'status'],
    [3, 'lastShelf'],
  ])
})
