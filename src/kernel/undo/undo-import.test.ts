/** An import is taken back: what it made goes to the bin, what it changed is as before. */
import { beforeEach, expect, test } from 'vitest'
import { write } from '../action/write.ts'
import { openFirstRows } from '../import/first-rows.ts'
import { writeRows } from '../import/write-rows.ts'
import { people } from '../testing/people.ts'
import { useHouse } from '../testing/use-house.ts'
import type { Actor } from '../testing/world.ts'
import { Folder, Label, leftOf, Letter, office, takeBack, writeLetters } from './testing/office.ts'

const world = useHouse([people, office], async () => async () => undefined)
let lead: Actor
let clerk: Actor

beforeEach(async () => {
  lead = await world().as('lead')
  clerk = await world().as('clerk')
})

const plan = { mapping: {}, mode: 'upsert', key: 'code', createMissing: true } as const

/** As the import job writes a batch. @returns the operation */
function load(
  actor: Actor,
  entity: typeof Folder | typeof Letter,
  ...given: object[]
): Promise<string | null> {
  const operation = { kind: 'import', entity: entity.name }
  return write(world().house, actor.caller, { operation }, async (unit) => {
    const rows = given.map((one, row) => ({ row, cells: [], given: { ...one }, problems: [] }))
    const memory = { firstRows: openFirstRows(), added: openFirstRows() }
    await writeRows(unit, entity, plan, rows, memory)
    expect(rows.flatMap(({ problems }) => problems)).toEqual([])
    return unit.operation
  })
}

const named = async (name: string) =>
  (await lead.list(Letter, { where: { name }, deleted: true })).length === 1 ? 'binned' : 'there'

test('rows that were made go, rows that were changed are as before', async () => {
  await clerk.create(Letter, { name: 'Known', code: 'K1', sum: '5' })
  const known = { name: 'Known anew', code: 'K1', sum: '6' }
  const operation = await load(clerk, Letter, known, { name: 'Fresh', code: 'K2' })
  expect(await takeBack(world(), clerk, operation)).toEqual({ restored: 2, conflicts: [] })
  const [row] = await lead.list(Letter, { where: { code: 'K1' } })
  expect(row).toMatchObject({ name: 'Known', sum: '5' })
  expect(await named('Fresh')).toBe('binned')
})

test('what was made for a row goes with it, and what others use stays', async () => {
  const lent = { name: 'Lent', code: 'L1', folder: 'Lent folder' }
  const operation = await load(lead, Letter, lent)
  expect(await takeBack(world(), lead, operation)).toEqual({ restored: 3, conflicts: [] })
  const folders = await load(
    lead,
    Folder,
    { name: 'Used', code: 'F1' },
    { name: 'Free', code: 'F2' },
  )
  const [used] = await lead.list(Folder, { where: { code: 'F1' } })
  const [id = ''] = await writeLetters(clerk, 'In the folder')
  await lead.update(Letter, id, { folder: used?.id ?? null })
  const answer = await takeBack(world(), lead, folders)
  expect(answer).toMatchObject({ restored: 2, conflicts: [{ facts: { by: 'Letters' } }] })
  expect(leftOf(answer)).toEqual([['Used', 'record.in-use']])
  const labels = await lead.list(Label, { where: { folder: used?.id ?? '' } })
  expect(labels).toHaveLength(1)
  expect(await lead.list(Label, { where: { name: 'Free' } })).toEqual([])
})

test('a row that someone worked on since stays; what failed may be tried again', async () => {
  const operation = await load(clerk, Letter, { name: 'Loaded', code: 'W1' })
  const [row] = await clerk.list(Letter, { where: { code: 'W1' } })
  const id = row?.id ?? ''
  await clerk.update(Letter, id, { sum: '12' })
  const answer = await takeBack(world(), clerk, operation)
  expect(answer).toMatchObject({ restored: 0 })
  expect(leftOf(answer)).toEqual([['Loaded', 'record.changed']])
  await clerk.remove(Letter, id)
  expect(await takeBack(world(), clerk, operation)).toEqual({ restored: 0, conflicts: [] })
})
