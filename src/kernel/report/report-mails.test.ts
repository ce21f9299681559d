/** A saved report comes by mail to those it is for, each with own figures, until it is stopped. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify from 'fastify'
import { beforeEach, expect, test } from 'vitest'
import { fail } from '../base/fail.ts'
import { sql } from '../db/sql.ts'
import { defineEntity } from '../entity/entity.ts'
import { f } from '../field/f.ts'
import { openDiskStore } from '../files/disk-store.ts'
import { File } from '../files/file.entity.ts'
import { answerErrors } from '../http/errors.ts'
import { openVoice } from '../http/voice.ts'
import { openJobQueue } from '../jobs/open-queue.ts'
import { mailJobs } from '../mail/mail-jobs.ts'
import { Mail } from '../mail/mail.entity.ts'
import { openMailServer } from '../mail/testing/mail-server.ts'
import { defineModule } from '../module.ts'
import { jobCall } from '../testing/job-call.ts'
import { people } from '../testing/people.ts'
import { eventually, useHouse } from '../testing/use-house.ts'
import type { Actor } from '../testing/world.ts'
import { ReportMail } from './report-mail.entity.ts'
import { reportMails } from './report-mails.ts'
import { defineReport } from './report.ts'
import { SavedReport } from './saved-report.entity.ts'
import { registerStopRoutes } from './stop-routes.ts'

const Deal = defineEntity('deal', {
  label: { one: 'Deal', many: 'Deals' },
  title: 'name',
  fields: { name: f.text({ required: true }), sum: f.money(), owner: f.person({ default: 'me' }) },
  access: { read: { sales: { owner: 'me' }, 'sales-lead': 'all' }, create: ['sales'] },
})
const deals = defineReport({
  name: 'deals',
  label: 'Deals',
  group: 'Sales',
  allow: ['sales', 'sales-lead'],
  params: {},
  columns: { name: f.text(), sum: f.money() },
  rows: (reader) => sql`select d.name, d.sum from ${reader.visible(Deal)} d order by d.name`,
  total: ['sum'],
})
const desk = defineModule({
  name: 'desk',
  label: 'Desk',
  entities: [File, Mail, SavedReport, ReportMail, Deal],
  reports: [deals],
})

const server = await openMailServer()
const { received } = server
const dataDir = mkdtempSync(join(tmpdir(), 'shangmai-report-mail-'))
const [job] = reportMails('https://crm.example')

const world = useHouse([people, desk], async ({ house, access }) => {
  const secretKey = Buffer.from('a key for tests')
  const mails = mailJobs({ smtpUrl: server.url, from: 'office@harbor.example', secretKey })
  house.jobs = await openJobQueue({
    ...access,
    jobs: new Map(mails.map((one) => [one.name, one])),
    house: () => house,
    work: true,
    log: { warn: () => undefined, error: () => undefined },
    pollSeconds: 0.5,
    retrySeconds: 1,
  })
  house.files = await openDiskStore(dataDir)
  await house.jobs.start()
  return async () => {
    await house.jobs.stop()
    await server.close()
    rmSync(dataDir, { recursive: true })
  }
})

beforeEach(() => {
  received.length = 0
})

async function morning(day: string): Promise<void> {
  const { house, tenant } = world()
  await job?.run(house, jobCall({ tenant, now: new Date(`${day}T07:00:00+08:00`) }))
}

const idOf = ({ caller }: Actor) => caller.person.id ?? ''
const to = (name: string) => received.filter((mail) => [mail.to].flat()[0]?.text.startsWith(name))

test('each receiver gets his own figures, those without the right get nothing', async () => {
  const amy = await world().as('sales', 'Amy')
  const ben = await world().as('sales', 'Ben')
  const lead = await world().as('sales-lead', 'Lea')
  const keeper = await world().as('storekeeper', 'Kim')
  await amy.create(Deal, { name: 'Harbor <Books>', sum: '1200.5' })
  await ben.create(Deal, { name: 'Ming Yang', sum: '30' })
  const draft = { name: 'My deals', report: 'deals', asked: {}, roles: ['everyone'] }
  const saved = (await lead.create(SavedReport, draft)).id
  for (const one of [amy, ben, lead, keeper])
    await lead.create(ReportMail, { saved, person: idOf(one), every: 'day' })
  const own = await ben.create(SavedReport, { ...draft, name: 'Closed', roles: [] })
  await ben.create(ReportMail, { saved: own.id, person: idOf(lead), every: 'day' })
  await morning('2026-11-30')
  await morning('2026-11-30')
  await eventually(() => expect(received).toHaveLength(3))
  const [mail] = to('amy')
  expect(mail?.text).toContain('Harbor <Books>\t1,200.50')
  expect(mail?.html).toContain('Harbor &lt;Books&gt;')
  expect(mail?.text).not.toContain('Ming Yang')
  expect(to('lea')[0]?.text).toContain('1,230.50')
  expect(mail?.attachments[0]?.filename).toBe('My deals.xlsx')
  expect(mail?.attachments[0]?.content.subarray(0, 2).toString()).toBe('PK')
  expect(to('kim')).toEqual([])
})

test('weekly and monthly mails come once in their week and month', async () => {
  const amy = await world().as('sales', 'Amy')
  const saved = (await amy.create(SavedReport, { name: 'W', report: 'deals', asked: {} })).id
  const weekly = await amy.create(ReportMail, { saved, every: 'week' })
  const monthly = await amy.create(ReportMail, { saved, every: 'month' })
  const sent = async (id: string) => (await amy.see(ReportMail, id)).sentOn
  await morning('2026-12-02')
  await morning('2026-12-04')
  expect(await sent(weekly.id)).toBe('2026-12-02')
  await morning('2026-12-07')
  expect([await sent(weekly.id), await sent(monthly.id)]).toEqual(['2026-12-07', '2026-12-02'])
})

test('a press in the mail program stops it, a link asks, a wrong key does nothing', async () => {
  const { house } = world()
  const amy = await world().as('sales', 'Amy')
  const saved = (await amy.create(SavedReport, { name: 'S', report: 'deals', asked: {} })).id
  const { id } = await amy.create(ReportMail, { saved, every: 'day' })
  await morning('2026-12-10')
  const mail = await eventually(
    () => received.find(({ subject }) => subject?.startsWith('S ·')) ?? expect.fail('no mail yet'),
  )
  const list = mail.headers.get('list') as unknown as { unsubscribe: { url: string } }
  const { pathname } = new URL(list.unsubscribe.url)
  expect(mail.text).toContain(pathname)
  const app = fastify()
  const voice = openVoice({})
  const nobody = async () => fail('session.needed', {}, { status: 401 })
  answerErrors(app, voice, nobody)
  registerStopRoutes(app, house, voice)
  const wrong = await app.inject({ method: 'POST', url: `${pathname}x` })
  expect(wrong.statusCode).toBe(404)
  expect((await app.inject({ url: pathname })).payload).toContain('<button>')
  expect((await amy.see(ReportMail, id)).deletedAt).toBeNull()
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const press = { method: 'POST' as const, url: pathname, headers: form }
  const done = await app.inject({ ...press, payload: 'List-Unsubscribe=One-Click' })
  expect(done.statusCode).toBe(200)
  expect((await app.inject({ url: pathname })).statusCode).toBe(404)
  received.length = 0
  await morning('2026-12-11')
  expect(received.filter(({ subject }) => subject?.startsWith('S ·'))).toEqual([])
})
