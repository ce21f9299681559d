/** A fax goes by mail to the fax gateway, stands with the customer, and follows its mail. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { beforeEach, expect, test } from 'vitest'
import { openCtx } from '#kernel/action/open-ctx.ts'
import { write } from '#kernel/action/write.ts'
import { openDiskStore } from '#kernel/files/disk-store.ts'
import { File } from '#kernel/files/file.entity.ts'
import { kernelModule } from '#kernel/kernel-module.ts'
import { mailJobs } from '#kernel/mail/mail-jobs.ts'
import { Mail } from '#kernel/mail/mail.entity.ts'
import { openMailServer } from '#kernel/mail/testing/mail-server.ts'
import { jobCall } from '#kernel/testing/job-call.ts'
import { useHouse } from '#kernel/testing/use-house.ts'
import { refuses, type Actor } from '#kernel/testing/world.ts'
import { Interaction } from '#modules/contacts/index.ts'
import { Customer } from '#modules/customers/index.ts'
import { modules } from '#modules/index.ts'
import { faxCustomer, Message, MessageGateway, sendAgain } from './index.ts'

const server = await openMailServer()
const { received, refusals } = server
const dataDir = mkdtempSync(join(tmpdir(), 'shangmai-fax-'))

const world = useHouse([kernelModule, ...modules], async ({ house }) => {
  house.files = await openDiskStore(dataDir)
  return async () => {
    await server.close()
    rmSync(dataDir, { recursive: true })
  }
})

beforeEach(() => {
  received.length = 0
  refusals.length = 0
})

const jobs = mailJobs({
  smtpUrl: server.url,
  from: 'office@harbor.example',
  secretKey: Buffer.from('a key for tests'),
})

/** What the queue would do next. */
async function sendMails(): Promise<void> {
  const { house, tenant } = world()
  const waiting = await world().program.list(Mail, { where: { state: 'queued' } })
  const job = jobs.find(({ name }) => name === 'kernel.send-mail')
  for (const { id } of waiting)
    await job?.run(house, jobCall({ tenant, payload: { mail: id }, now: house.now() }))
}

async function newGateway(): Promise<void> {
  const admin = await world().as('administrator')
  const [known] = await admin.list(MessageGateway)
  const draft = { name: 'Fax', key: 'fax', channel: 'fax', faxDomain: 'fax.example.com' } as const
  if (!known)
    await admin.create(MessageGateway, { ...draft, answeredBy: admin.caller.person.id ?? '' })
}

async function newFile({ caller }: Actor): Promise<string> {
  const { hash, size } = await world().house.files.put(Readable.from([Buffer.from('PDF')]), 100)
  const paper = { name: '報價單.pdf', type: 'application/pdf', size: String(size), hash }
  const { house } = world()
  const { id } = await write(house, caller, {}, (unit) => openCtx(unit).create(File, paper))
  return id
}

const onlyFax = async (customer: string) => {
  const { program } = world()
  const [fax] = await program.list(Message, { where: { customer } })
  return program.see(Message, fax?.id ?? expect.fail('no fax'))
}

test('a file is faxed by mail and filed with the customer', async () => {
  await newGateway()
  const ann = await world().as('sales', 'Ann')
  const { id } = await ann.create(Customer, { name: 'Harbor', fax: '02-2712-8801' })
  const file = await newFile(ann)
  await ann.do(faxCustomer, id, { file })
  await sendMails()
  expect([received[0]?.to].flat()[0]?.text).toBe('886227128801@fax.example.com')
  expect(received[0]?.attachments[0]).toMatchObject({ filename: '報價單.pdf' })
  const fax = await onlyFax(id)
  expect(fax).toMatchObject({ status: 'sent', file, text: 'Fax to +886227128801' })
  expect(await ann.see(Interaction, fax.interaction ?? '')).toMatchObject({
    kind: 'fax',
    customer: id,
    paper: file,
  })
  expect(await ann.see(File, file)).toMatchObject({ entity: 'interaction' })
})

test('what the fax gateway refuses is told, and goes out by another mail', async () => {
  await newGateway()
  const ann = await world().as('sales', 'Ann')
  const { id } = await ann.create(Customer, { name: 'Pier', fax: '02-2712-8802' })
  refusals.push(550)
  await ann.do(faxCustomer, id, { text: 'Please call us' })
  await sendMails()
  const { id: fax, status, fault } = await onlyFax(id)
  expect([status, fault]).toEqual(['failed', expect.stringContaining('Not now')])
  await ann.do(sendAgain, fax)
  await sendMails()
  expect(received.map(({ text }) => text?.trim())).toEqual(['Please call us'])
  expect(await onlyFax(id)).toMatchObject({ status: 'sent', fault: null })
})

test('nothing is faxed to who wants none, has no number, or where there is nothing', async () => {
  await newGateway()
  const ann = await world().as('sales', 'Ann')
  const draft = { name: 'Quay', fax: '02-2712-8803', refuses: ['fax' as const] }
  const { id } = await ann.create(Customer, draft)
  await refuses(ann.do(faxCustomer, id, { text: 'Hello' }), 'message.refuses-faxes')
  await ann.update(Customer, id, { refuses: [], fax: null })
  await refuses(ann.do(faxCustomer, id, { text: 'Hello' }), 'message.no-fax-number')
  await refuses(ann.do(faxCustomer, id, {}), 'message.empty-fax', 'file')
})
