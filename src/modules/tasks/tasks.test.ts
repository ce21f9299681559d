/** Tasks are done, put off, handed over and come back; who is to do them is reminded once. */
import { expect, test } from 'vitest'
import { sql } from '#kernel/db/sql.ts'
import { jobCall } from '#kernel/testing/job-call.ts'
import { refuses, useWorld } from '#kernel/testing/world.ts'
import { Customer } from '#modules/customers/index.ts'
import { modules } from '#modules/index.ts'
import {
  CalendarDay,
  completeTask,
  dropTask,
  handOverTask,
  postponeTask,
  remindJob,
  reopenTask,
  Task,
} from './index.ts'

const world = useWorld(modules)
/** As the house knows it: with the kinds of record that a task may be about. */
const ours = () => world().house.registry.entities.get('task') as typeof Task
const idOf = ({ caller }: { caller: { person: { id: string | null } } }) => caller.person.id ?? ''

test('a task is about a record that its maker sees, and is seen by those it concerns', async () => {
  const [seller, other] = [await world().as('sales'), await world().as('sales', 'other')]
  const customer = await seller.create(Customer, { name: 'Harbor Books' })
  const about = { entity: 'customer', record: customer.id }
  const { id } = await seller.create(ours(), { title: 'Send samples', ...about })
  expect(await seller.see(Task, id)).toMatchObject({ status: 'open', dueOn: '2026-11-23' })
  await refuses(other.see(Task, id), 'record.not-found')
  await refuses(other.create(ours(), { title: 'Spy', ...about }), 'input.invalid')
  await refuses(seller.create(ours(), { title: 'Of none', record: customer.id }), 'input.invalid')
  await seller.do(handOverTask, id, { person: idOf(other) })
  expect(await other.see(Task, id)).toMatchObject({ owner: idOf(other) })
  await refuses(other.do(handOverTask, id, { person: idOf(other) }), 'task.same-assignee')
})

test('done with a result, opened again, dropped with a reason', async () => {
  const seller = await world().as('sales')
  const { id } = await seller.create(Task, { title: 'Call back' })
  await seller.do(completeTask, id, { result: 'Wants two boxes' })
  expect(await seller.see(Task, id)).toMatchObject({
    status: 'done',
    result: 'Wants two boxes',
    endedAt: world().clock.now.toISOString(),
  })
  await refuses(seller.update(Task, id, { title: 'Other' }), 'record.locked')
  await seller.do(reopenTask, id)
  expect(await seller.see(Task, id)).toMatchObject({ status: 'open', endedAt: null })
  await refuses(seller.do(dropTask, id), 'action.reason-needed')
  await seller.do(dropTask, id, {}, { reason: 'Moved away' })
  await refuses(seller.do(postponeTask, id), 'action.wrong-state')
})

test('put off by days or to the next workday; what is late waits from today', async () => {
  const [seller, manager] = [await world().as('sales'), await world().as('manager')]
  await refuses(seller.create(CalendarDay, { day: '2026-11-24', name: 'x' }), 'record.not-allowed')
  await manager.create(CalendarDay, { day: '2026-11-24', kind: 'holiday', name: 'Fair' })
  await manager.create(CalendarDay, { day: '2026-11-28', kind: 'workday', name: 'For the fair' })
  const { id } = await seller.create(Task, { title: 'Quote', dueOn: '2026-11-02' })
  await seller.do(postponeTask, id)
  expect(await seller.see(Task, id)).toMatchObject({ dueOn: '2026-11-25' })
  await seller.do(postponeTask, id, { days: 3 })
  expect(await seller.see(Task, id)).toMatchObject({ dueOn: '2026-11-28' })
  await seller.do(postponeTask, id, { days: 1, workday: false })
  expect(await seller.see(Task, id)).toMatchObject({ dueOn: '2026-11-29' })
  await seller.do(postponeTask, id, { days: 6 })
  expect(await seller.see(Task, id)).toMatchObject({ dueOn: '2026-12-07' })
})

test('a repeated task comes back once, on its own day though it was put off', async () => {
  const seller = await world().as('sales')
  const weekly = { title: 'Weekly stock call', dueOn: '2026-11-23', repeat: 'weekly' } as const
  const { id } = await seller.create(Task, weekly)
  await seller.do(postponeTask, id, { days: 1, workday: false })
  await seller.do(completeTask, id, { result: 'Fine' })
  const open = () => seller.list(Task, { where: { title: weekly.title, status: 'open' } })
  expect(await open()).toEqual([expect.objectContaining({ dueOn: '2026-11-30' })])
  await seller.do(reopenTask, id)
  await seller.do(completeTask, id)
  expect(await open()).toHaveLength(1)
  const [next] = await open()
  await seller.do(completeTask, next?.id ?? '')
  expect(await open()).toEqual([expect.objectContaining({ dueOn: '2026-12-07' })])
  const never = seller.create(Task, { ...weekly, repeatUntil: '2026-11-01' })
  await refuses(never, 'task.ends-before-it-begins')
})

test('the first of a series takes the series along when it is put on another day', async () => {
  const seller = await world().as('sales')
  const { id } = await seller.create(Task, { title: 'Tax', dueOn: '2026-11-23', repeat: 'monthly' })
  await seller.update(Task, id, { dueOn: '2026-11-25' })
  expect(await seller.see(Task, id)).toMatchObject({ repeatFrom: '2026-11-25' })
  await seller.update(Task, id, { repeat: 'none' })
  expect(await seller.see(Task, id)).toMatchObject({ repeatFrom: null })
})

test('a reminder is told once, and again when the task is put off', async () => {
  const { house, tenant, clock, within } = world()
  const seller = await world().as('sales', 'reminded')
  const timed = { title: 'Ring Wang', time: '14:30', remindBefore: '60' } as const
  const { id } = await seller.create(Task, timed)
  expect(await seller.see(Task, id)).toMatchObject({ remindAt: '2026-11-23T05:30:00.000Z' })
  const told = () =>
    within((ctx) =>
      ctx.sql<{ rule: string; times: number }>(sql`select n.rule, n.times from notification n
        where n.tenant = ${ctx.tenant} and n.person = ${idOf(seller)}::uuid`),
    )
  const run = async (now: string) => {
    clock.now = new Date(now)
    await remindJob.run(house, jobCall({ tenant, now: clock.now }))
    return (await told()).filter(({ rule }) => rule === 'notice.reminded').length
  }
  expect(await run('2026-11-23T05:29:00Z')).toBe(0)
  expect(await run('2026-11-23T05:31:00Z')).toBe(1)
  await within(async (ctx) => {
    ctx.send(sql`delete from notification n where n.tenant = ${ctx.tenant}`)
  })
  expect(await run('2026-11-23T05:36:00Z')).toBe(0)
  await seller.do(postponeTask, id, { days: 1, workday: false })
  expect(await run('2026-11-24T05:31:00Z')).toBe(1)
  clock.now = new Date('2026-11-23T02:00:00Z')
})
