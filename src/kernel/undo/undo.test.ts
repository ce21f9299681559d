/** Taking back what was done to many records: with the rights, locks and uses of today. */
import { beforeEach, expect, test } from 'vitest'
import { bulk } from '../bulk/bulk.ts'
import { restore } from '../action/crud.ts'
import { people } from '../testing/people.ts'
import { useHouse } from '../testing/use-house.ts'
import { actorOf, refuses, type Actor } from '../testing/world.ts'
import {
  Folder,
  leftOf,
  Letter,
  office,
  send,
  takeBack,
  told,
  writeLetters,
} from './testing/office.ts'
import { undo } from './undo.ts'

const world = useHouse([people, office], async () => async () => undefined)
let lead: Actor
let clerk: Actor

beforeEach(async () => {
  lead = await world().as('lead')
  clerk = await world().as('clerk')
  told.length = 0
})

const me = (actor: Actor) => actor.caller.person.id ?? ''
const change = (actor: Actor, ids: string[], patch: object) =>
  bulk(world().house, actor.caller, Letter, { pick: { ids }, patch })
const discard = (actor: Actor, ids: string[]) =>
  bulk(world().house, actor.caller, Letter, { pick: { ids }, remove: true })

test('a bulk change comes undone, and listeners hear of it', async () => {
  const ids = await writeLetters(clerk, 'A', 'B')
  const patch = { to: { city: 'Taipei', street: 'Long Street 1' }, sum: '2', name: 'Same' }
  const { operation } = await change(clerk, ids, patch)
  told.length = 0
  expect(await takeBack(world(), clerk, operation)).toEqual({ restored: 2, conflicts: [] })
  const rows = await lead.list(Letter, { where: { id: ids }, sort: 'name' })
  expect(rows).toMatchObject([
    { name: 'A', to: null, sum: '1.5' },
    { name: 'B', to: null, sum: '1.5' },
  ])
  expect(told.sort()).toEqual(['A', 'B'])
  await refuses(takeBack(world(), clerk, operation), 'operation.already-undone')
})

test('what is frozen since stays, but for the fields that are never frozen', async () => {
  const folder = await lead.create(Folder, { name: 'Out' })
  const [id = ''] = await writeLetters(clerk, 'Sent since')
  const named = await change(clerk, [id], { name: 'Renamed' })
  const filed = await change(clerk, [id], { folder: folder.id })
  await lead.do(send, id)
  const answer = await takeBack(world(), clerk, named.operation)
  expect(leftOf(answer)).toEqual([['Renamed', 'record.locked']])
  expect((await takeBack(world(), clerk, filed.operation)).conflicts).toEqual([])
  expect(await lead.see(Letter, id)).toMatchObject({ name: 'Renamed', folder: null })
})

test('of a record that someone changed since, the other fields come back', async () => {
  const [first = '', second = ''] = await writeLetters(clerk, 'First', 'Second')
  const patch = { sum: '7', to: { city: 'Tainan' } }
  const { operation } = await change(clerk, [first, second], patch)
  await lead.update(Letter, first, { sum: '8' })
  await lead.update(Letter, second, { sum: '9', to: { city: 'Chiayi' } })
  const answer = await takeBack(world(), clerk, operation)
  expect(answer.restored).toBe(1)
  expect(leftOf(answer)).toEqual([
    ['First', 'record.changed'],
    ['Second', 'record.changed'],
  ])
  expect(await lead.see(Letter, first)).toMatchObject({ sum: '8', to: null })
  expect(await lead.see(Letter, second)).toMatchObject({ sum: '9' })
})

test('rights are those of today; what one gave away by mistake comes back', async () => {
  const [given = '', noted = ''] = await writeLetters(clerk, 'Given away', 'Noted')
  const away = await change(clerk, [given], { owner: me(lead) })
  expect((await takeBack(world(), clerk, away.operation)).conflicts).toEqual([])
  expect(await clerk.see(Letter, given)).toMatchObject({ owner: me(clerk) })
  const { operation } = await change(lead, [given, noted], { note: 'Seen' })
  await change(lead, [given], { owner: me(lead) })
  const { caller } = lead
  const person = { ...caller.person, roles: ['clerk'] }
  const demoted = actorOf(world().house, { ...caller, person })
  expect(leftOf(await takeBack(world(), demoted, operation))).toEqual([
    ['', 'record.not-allowed'],
    ['Given away', 'field.not-yours'],
  ])
  expect(await takeBack(world(), lead, operation)).toEqual({ restored: 2, conflicts: [] })
})

test('what was deleted together comes back, unless it points to what is in the bin', async () => {
  const folder = await lead.create(Folder, { name: 'Short-lived' })
  const ids = await writeLetters(clerk, 'Free', 'Filed', 'Twice')
  const [free = '', filed = '', twice = ''] = ids
  await lead.update(Letter, filed, { folder: folder.id })
  const { operation } = await discard(clerk, ids)
  await world().within((ctx) => ctx.remove(Folder, folder.id))
  await restore(world().house, clerk.caller, Letter, twice)
  world().clock.now = new Date(world().clock.now.getTime() + 1000)
  await clerk.remove(Letter, twice)
  const answer = await takeBack(world(), clerk, operation)
  expect(answer.restored).toBe(1)
  expect(leftOf(answer)).toEqual([
    ['Filed', 'record.points-to-deleted'],
    ['Twice', 'record.changed'],
  ])
  expect(await clerk.see(Letter, free)).toMatchObject({ deletedAt: null })
})

test('only the person who did it, an administrator, and no narrow key take it back', async () => {
  const ids = await writeLetters(clerk, 'Mine')
  const { operation } = await change(clerk, ids, { sum: '3' })
  await refuses(takeBack(world(), lead, operation), 'operation.not-yours')
  const { caller } = clerk
  const withKey = (scopes: string[]) =>
    actorOf(world().house, { ...caller, person: { ...caller.person, scopes } })
  for (const scopes of [['letter:*'], ['*:update'], []]) {
    const refusal = await refuses(
      takeBack(world(), withKey(scopes), operation),
      'operation.narrow-key',
    )
    expect(refusal.status).toBe(403)
  }
  const unknown = ids[0] ?? ''
  await refuses(takeBack(world(), clerk, unknown), 'operation.not-found')
  const dry = await undo(world().house, caller, operation ?? '', { dryRun: true })
  expect(dry.restored).toBe(1)
  expect(await clerk.see(Letter, ids[0] ?? '')).toMatchObject({ sum: '3' })
  expect((await takeBack(world(), withKey(['*']), operation)).restored).toBe(1)
  expect(await clerk.see(Letter, ids[0] ?? '')).toMatchObject({ sum: '1.5' })
})
