/** Work on very many records: done in portions, once each, with the rights of then, cancellable. */
import { beforeEach, expect, test } from 'vitest'
import { idempotencyOf } from '../action/idempotency.ts'
import { sql } from '../db/sql.ts'
import { defineModule } from '../module.ts'
import { wishCancel } from '../run/progress.ts'
import { people } from '../testing/people.ts'
import { useHouse } from '../testing/use-house.ts'
import { refuses, type Actor } from '../testing/world.ts'
import { askUndo } from '../undo/ask-undo.ts'
import { Letter, office, send } from '../undo/testing/office.ts'
import { keyOf, recentRuns } from './bulk-run.ts'
import { change, manyLetters, stateOf, toldOf, work } from './testing/many.ts'

/** A test may throw here what it needs when a letter is changed. */
const onLetter: { changed: (name: string) => void } = { changed: () => undefined }
const watcher = defineModule({
  name: 'watcher',
  label: 'Watcher',
  on: {
    'letter.update': async (_ctx, { row }) => onLetter.changed((row as { name: string }).name),
  },
})

const world = useHouse([people, office, watcher], async () => async () => undefined)
const many = 450
let lead: Actor
let clerk: Actor
let mark = 'M'
let ids: string[]

beforeEach(async () => {
  lead = await world().as('lead')
  clerk = await world().as('clerk')
  mark += 'x'
  ids = await manyLetters(world(), clerk, mark, many)
  onLetter.changed = () => undefined
})

const marked = () => ({ where: { name: { starts: `${mark} ` } } })

/** How many letters of this test have this sum. */
async function withSum(sum: string): Promise<number> {
  const { house, tenant } = world()
  const [row] = await house.database.read<{ count: number }>(
    tenant,
    sql`select count(*)::integer as count from letter where tenant = ${tenant}
      and id = any(${ids}::uuid[]) and sum = ${sum}::numeric and deleted_at is null`,
  )
  return row?.count ?? 0
}

/** How much work on many this person has begun. */
async function runsOf({ caller }: Actor): Promise<number> {
  const { house, tenant } = world()
  return (await recentRuns(house.database, tenant, caller.person.id, new Date(0))).length
}

/** Begins a change of all letters of this test. */
async function begun(actor = clerk, patch: object = { sum: '2' }): Promise<string> {
  const { run } = await change(world(), actor, { pick: marked(), patch })
  return run?.id ?? ''
}

/** Fails once, as a worker that dies, when the letter of this number comes. */
function dieAt(number: number): void {
  let left = 1
  onLetter.changed = (name) => {
    if (left === 0 || !name.endsWith(` ${String(number).padStart(4, '0')}`)) return
    left -= 1
    throw new Error('died')
  }
}

test('goes on by itself, is told of by the bell, and is taken back whole', async () => {
  const { house } = world()
  const answer = await change(world(), clerk, { pick: marked(), patch: { sum: '2' } })
  expect(answer).toMatchObject({ changed: 0, run: { total: many } })
  expect(world().jobs.at(-1)).toMatchObject({ name: 'kernel.bulk' })
  expect(await withSum('2')).toBe(0)
  const id = answer.run?.id ?? ''
  await work(world(), id)
  const counts = { total: many, done: many, changed: many, refused: 0 }
  expect(await stateOf(world(), id)).toMatchObject({ status: 'done', counts })
  expect(await withSum('2')).toBe(many)
  const facts = { changed: many, refused: 0, left: 0 }
  expect(await toldOf(world(), clerk)).toEqual([{ rule: 'notice.bulk-changed', facts }])
  const undone = await askUndo(house, clerk.caller, answer.operation ?? '', {})
  expect(undone).toMatchObject({ restored: 0, run: { total: many } })
  await refuses(
    askUndo(house, clerk.caller, answer.operation ?? '', {}),
    'operation.already-undone',
  )
  await work(world(), undone.run?.id ?? '')
  expect(await stateOf(world(), undone.run?.id ?? '')).toMatchObject({ status: 'done', counts })
  expect(await withSum('1')).toBe(many)
})

test('a worker that dies loses nothing, and the next one does nothing twice', async () => {
  const id = await begun()
  dieAt(250)
  await expect(work(world(), id)).rejects.toThrow('died')
  expect(await stateOf(world(), id)).toMatchObject({ status: 'running', counts: { done: 200 } })
  expect(await withSum('2')).toBe(200)
  await Promise.all([work(world(), id), work(world(), id)])
  const counts = { done: many, changed: many, refused: 0 }
  const run = await stateOf(world(), id)
  expect(run).toMatchObject({ status: 'done', counts })
  const [audited] = await world().house.database.read<{ entries: number; letters: number }>(
    world().tenant,
    sql`select count(*)::integer as entries, count(distinct record)::integer as letters
      from audit where tenant = ${world().tenant} and operation = ${run.operation}::uuid`,
  )
  expect(audited).toEqual({ entries: many, letters: many })
})

test('after its last try it says so, and what is done is taken back', async () => {
  const id = await begun()
  dieAt(250)
  await expect(work(world(), id, true)).rejects.toThrow('died')
  const { operation, ...run } = await stateOf(world(), id)
  expect(run).toMatchObject({ status: 'failed', fault: { rule: 'bulk.broken-off' } })
  expect((await toldOf(world(), clerk)).at(-1)).toEqual({
    rule: 'notice.bulk-failed',
    facts: { changed: 200, refused: 0, left: 250 },
  })
  const { restored } = await askUndo(world().house, clerk.caller, operation ?? '', {})
  expect([restored, await withSum('1')]).toEqual([200, many])
})

test('who cancels keeps what is done, and may take that back', async () => {
  const { house, tenant } = world()
  const id = await begun()
  dieAt(250)
  await expect(work(world(), id)).rejects.toThrow('died')
  await wishCancel(house.database, keyOf(tenant, id), house.now())
  await work(world(), id)
  const { status, counts, operation } = await stateOf(world(), id)
  expect([status, counts.changed]).toEqual(['cancelled', 200])
  expect(await withSum('2')).toBe(200)
  expect((await askUndo(house, clerk.caller, operation ?? '', {})).restored).toBe(200)
  expect(await withSum('1')).toBe(many)
})

test('taking it back while it goes on ends it', async () => {
  const id = await begun()
  dieAt(250)
  await expect(work(world(), id)).rejects.toThrow('died')
  const { operation } = await stateOf(world(), id)
  await askUndo(world().house, clerk.caller, operation ?? '', {})
  await work(world(), id)
  expect(await stateOf(world(), id)).toMatchObject({ status: 'cancelled', counts: { done: 200 } })
  expect(await withSum('1')).toBe(many)
})

test('what changed, went away or is hidden since is left, with the reason', async () => {
  const id = await begun()
  const [changed = '', renamed = '', gone = '', hidden = '', sent = '', other = ''] = ids
  await lead.update(Letter, changed, { sum: '7' })
  await lead.update(Letter, renamed, { name: 'Renamed' })
  await lead.remove(Letter, gone)
  await lead.update(Letter, hidden, { owner: lead.caller.person.id })
  await lead.do(send, sent)
  await lead.update(Letter, other, { note: 'Of another field' })
  await work(world(), id)
  const { counts, refused, status } = await stateOf(world(), id)
  expect(status).toBe('done')
  expect(counts).toMatchObject({ changed: many - 5, refused: 5 })
  const named = new Map(refused.named.map((one) => [one.id, [one.rule, one.title !== '']]))
  expect([changed, renamed, gone, hidden, sent].map((one) => named.get(one))).toEqual([
    ['bulk.changed-since', true],
    ['bulk.no-longer-matches', true],
    ['bulk.no-longer-matches', true],
    ['record.not-found', false],
    ['record.locked', true],
  ])
  expect(await lead.see(Letter, other)).toMatchObject({ sum: '2' })
})

test('rights are those of each portion: who lost them goes no further', async () => {
  const { house, tenant } = world()
  const own = await world().as('lead', 'Demoted')
  const id = await begun(own)
  const demote = (roles: string[]) =>
    house.database.transaction(tenant, async (tx) =>
      tx.send(
        sql`update "user" set roles = ${roles} where tenant = ${tenant}
          and id = ${own.caller.person.id}::uuid`,
      ),
    )
  dieAt(250)
  await expect(work(world(), id)).rejects.toThrow('died')
  await demote([])
  await work(world(), id)
  expect(await stateOf(world(), id)).toMatchObject({
    status: 'failed',
    fault: { rule: 'record.not-allowed' },
    counts: { done: 200 },
  })
  await demote(['lead'])
})

test('the same request sent again begins no second run; a trial begins none', async () => {
  const idempotency = idempotencyOf(`same-${mark}-request`, 'POST', '/api/letter/bulk', {})
  const wish = { pick: marked(), patch: { sum: '2' }, idempotency }
  const before = await runsOf(clerk)
  const [one, two] = await Promise.all([change(world(), clerk, wish), change(world(), clerk, wish)])
  const again = await change(world(), clerk, wish)
  expect([two.run, again.run]).toEqual([one.run, one.run])
  expect(await runsOf(clerk)).toBe(before + 1)
  const { idempotency: _, ...trial } = wish
  const tried = await change(world(), clerk, { ...trial, dryRun: true })
  const sample = { total: many, allowed: many, tried: 200 }
  expect(tried).toMatchObject({ changed: 200, run: null, sample })
  expect([await runsOf(clerk), await withSum('1')]).toEqual([before + 1, many])
})

test('what is wrong for all is said before it begins', async () => {
  const wrong = (patch: object) => change(world(), clerk, { pick: marked(), patch })
  await refuses(wrong({ nonsense: 1 }), 'input.invalid')
  await refuses(wrong({ folder: ids[0] }), 'input.invalid')
  const outsider = await world().as('nobody')
  await refuses(
    change(world(), outsider, { pick: { ids }, patch: { sum: '2' } }),
    'record.not-allowed',
  )
})

test('many are deleted and restored, and an action is done to many', async () => {
  const { house } = world()
  await lead.do(send, ids[0] ?? '')
  const gone = await change(world(), clerk, { pick: { ids }, remove: true })
  await work(world(), gone.run?.id ?? '')
  const { counts, refused } = await stateOf(world(), gone.run?.id ?? '')
  expect(counts).toMatchObject({ changed: many - 1, refused: 1 })
  expect(refused.reasons).toMatchObject([{ rule: 'record.locked', count: 1 }])
  const back = await askUndo(house, clerk.caller, gone.operation ?? '', {})
  await work(world(), back.run?.id ?? '')
  expect(await withSum('1')).toBe(many)
  const sent = await change(world(), lead, { pick: { ids }, action: send })
  expect(sent.operation).toBeNull()
  await work(world(), sent.run?.id ?? '')
  expect((await stateOf(world(), sent.run?.id ?? '')).counts).toMatchObject({ changed: many - 1 })
  expect(await lead.list(Letter, { where: { id: ids, status: 'draft' } })).toEqual([])
})
