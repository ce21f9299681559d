/** Work after the commit: lost with the transaction, done once it stands, repeated on failure. */
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { people } from '../testing/people.ts'
import { sql } from '../db/sql.ts'
import { eventually, useHouse } from '../testing/use-house.ts'
import type { Job, JobCall } from './job.ts'
import { openJobQueue, type JobQueueOptions } from './open-queue.ts'

const done: { name: string; call: JobCall }[] = []
const faults: object[] = []
let begun: () => void = () => undefined

function noting(name: string, more: Partial<Job> = {}): [string, Job] {
  return [
    name,
    { name, label: name, run: async (_house, call) => void done.push({ name, call }), ...more },
  ]
}

const jobs = new Map<string, Job>([
  noting('test.note'),
  noting('test.other'),
  noting('test.clock', { every: '* * * * *' }),
  noting('test.stubborn', {
    run: async (_house, call) => {
      done.push({ name: 'test.stubborn', call })
      const tries = payloadsOf('test.stubborn').filter(({ stubborn }) => stubborn).length
      if (call.payload.stubborn && tries < 2) throw new Error('not yet')
    },
  }),
  noting('test.long', {
    async run(_house, call) {
      begun()
      await new Promise((resolve) => {
        call.signal.addEventListener('abort', resolve)
      })
      await delay(300)
      done.push({ name: 'test.long', call })
    },
  }),
])

const world = useHouse([people], async ({ house, access }) => {
  house.jobs = await openJobQueue(optionsFor(access, () => house))
  await house.jobs.start()
  return () => house.jobs.stop()
})

type Access = Pick<JobQueueOptions, 'owner' | 'app'>

function optionsFor(
  access: Access,
  house: JobQueueOptions['house'],
  more: Partial<JobQueueOptions> = {},
) {
  const log = { warn: () => undefined, error: (facts: object) => void faults.push(facts) }
  return { ...access, jobs, house, work: true, log, pollSeconds: 0.5, retrySeconds: 1, ...more }
}

function payloadsOf(name: string): Record<string, unknown>[] {
  return done.filter((one) => one.name === name).map((one) => one.call.payload)
}

async function enqueue(
  wanted: { name: string; payload: Record<string, unknown> }[],
): Promise<void> {
  const { house, tenant } = world()
  await house.database.transaction(tenant, (tx) => house.jobs.enqueue(tx, tenant, wanted))
}

test('work is done for the company that queued it, each piece once', async () => {
  const { house, tenant } = world()
  const numbers = Array.from({ length: 40 }, (_, number) => number)
  const note = numbers.map((number) => ({ name: 'test.note', payload: { number } }))
  await enqueue([...note, { name: 'test.other', payload: { greeting: '您好' } }])
  await eventually(() =>
    expect(payloadsOf('test.note').length + payloadsOf('test.other').length).toBe(41),
  )
  expect(
    payloadsOf('test.note')
      .map((one) => Number(one.number))
      .sort((a, b) => a - b),
  ).toEqual(numbers)
  expect(payloadsOf('test.other')).toEqual([{ greeting: '您好' }])
  expect(done[0]?.call).toMatchObject({ tenant, now: house.now() })
})

test('what is rolled back was never queued', async () => {
  const { house, tenant } = world()
  const failing = house.database.transaction(tenant, async (tx) => {
    await house.jobs.enqueue(tx, tenant, [{ name: 'test.note', payload: { lost: true } }])
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')
  const rows = await house.database.control(
    sql`select 1 from pgboss.job where data::text like '%lost%'`,
  )
  expect(rows).toEqual([])
})

test('work that nobody declared is a programming error', async () => {
  await expect(enqueue([{ name: 'test.unheard-of', payload: {} }])).rejects.toThrow(
    'test.unheard-of',
  )
})

test('what fails is tried again, and what was fetched with it is not', async () => {
  const wanted = [{ stubborn: true }, { number: 1 }, { number: 2 }]
  await enqueue(wanted.map((payload) => ({ name: 'test.stubborn', payload })))
  await eventually(() => expect(payloadsOf('test.stubborn')).toHaveLength(4))
  expect(payloadsOf('test.stubborn').at(-1)).toEqual({ stubborn: true })
  await eventually(async () => {
    const state = await world().house.jobs.state(world().tenant)
    const done = { name: 'test.stubborn', waiting: 0, active: 0, failed: 0 }
    expect(state).toContainEqual(expect.objectContaining(done))
  })
  expect(faults).toMatchObject([{ job: 'test.stubborn', attempt: 1 }])
  faults.length = 0
})

test('a job by the clock runs once for each company, in its own time zone', async () => {
  const { house, tenant, access } = world()
  const other = await world().elsewhere()
  const zone = JSON.stringify({ timeZone: 'America/New_York' })
  await house.database.control(
    sql`update company set settings = settings || ${zone}::jsonb where tenant = ${other.tenant}`,
  )
  const second = await openJobQueue(optionsFor(access, () => house))
  await second.start()
  const clock = () => done.filter((one) => one.name === 'test.clock').map((one) => one.call.tenant)
  await eventually(() => expect(new Set(clock())).toEqual(new Set([tenant, other.tenant])))
  await second.stop()
  const zones = await house.database.control<{ key: string; timezone: string }>(
    sql`select key, timezone from pgboss.schedule where name = 'test.clock'`,
  )
  const zoneOf = Object.fromEntries(zones.map((row) => [row.key, row.timezone]))
  expect(zoneOf).toEqual({ [tenant]: 'Asia/Taipei', [other.tenant]: 'America/New_York' })
  const sent = await house.database.control<{ tenant: string; runs: number; minutes: number }>(
    sql`select data->>'tenant' as tenant, count(*)::integer as runs,
        count(distinct date_trunc('minute', created_on))::integer as minutes
      from pgboss.job where name = 'test.clock' group by 1`,
  )
  for (const { runs, minutes } of sent) expect(runs).toBe(minutes)
})

test('a process that only queues rings the worker of another', async () => {
  const { house, access, tenant } = world()
  // Looks by itself once a minute only, later than this test waits.
  const rung = { jobs: new Map([noting('test.rung')]), pollSeconds: 60 }
  const worker = await openJobQueue(optionsFor(access, () => house, rung))
  await worker.start()
  const web = await openJobQueue(optionsFor(access, () => house, { ...rung, work: false }))
  await web.start()
  for (const number of [1, 2]) {
    const wanted = [{ name: 'test.rung', payload: { number } }]
    await house.database.transaction(tenant, (tx) => web.enqueue(tx, tenant, wanted))
    await eventually(() => expect(payloadsOf('test.rung')).toContainEqual({ number }))
  }
  await web.stop()
  await worker.stop()
})

test('stopping tells long work, waits for it, and starts nothing new', async () => {
  const { house } = world()
  const started = new Promise<void>((resolve) => {
    begun = resolve
  })
  await enqueue([{ name: 'test.long', payload: {} }])
  await started
  await house.jobs.stop()
  expect(done.at(-1)?.name).toBe('test.long')
  const [row] = await house.database.control(
    sql`select state::text from pgboss.job where name = 'test.long'`,
  )
  expect(row).toEqual({ state: 'completed' })
  expect(faults).toEqual([])
})
