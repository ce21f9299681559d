/** The company's mail account over HTTP: set, tried by a mail to oneself, and given up again. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { createTransport } from 'nodemailer'
import type { Caller } from '../../action/caller.ts'
import type { Unit } from '../../action/unit.ts'
import { write, type WriteWish } from '../../action/write.ts'
import { fail } from '../../base/fail.ts'
import { sql } from '../../db/sql.ts'
import { isOnlyCompany } from '../../health/installation.ts'
import type { House } from '../../house.ts'
import { administratorOf } from '../../http/administrator.ts'
import { bodyOf, writeWish, type Asked, type Asker } from '../../http/asker.ts'
import type { Speech, Voice } from '../../http/voice.ts'
import { refuseInPractice } from '../../practice/practice.ts'
import { wayOf } from '../post.ts'
import { sendWaitingJob } from '../send-waiting-mails.ts'
import type { AccountTried, MailAccountAnswer } from './answer.ts'
import { faultOf } from './fault.ts'
import {
  keptAccount,
  opened,
  sealedPassword,
  type KeptAccount,
  type MailAccount,
} from './mail-account.ts'
import { accountKeys, parseAccount } from './parse-account.ts'
import { testLetter } from './test-letter.ts'

/** Somebody waits before the screen. */
const hurry = { connectionTimeout: 8000, greetingTimeout: 8000, socketTimeout: 15_000 }

export interface AccountOptions {
  /** Seals the passwords. */
  secretKey: Buffer
  /** Sender of the mails of companies without an own account; null where the operator set none. */
  commonSender: string | null
}

export function registerMailAccountRoutes(
  app: FastifyInstance,
  asker: Asker,
  voice: Voice,
  options: AccountOptions,
): void {
  const { house } = asker
  const askedBy = async (request: FastifyRequest) => {
    const one = await administratorOf(asker, request, 'Mail account')
    if (request.method !== 'GET') await refuseInPractice(house, one.caller.tenant)
    return one
  }

  app.get('/api/mail-account', async (request) => answerTo(house, await askedBy(request), options))

  app.patch('/api/mail-account', async (request) => {
    const one = await askedBy(request)
    const account = await accountIn(request, house, one, options)
    await keep(house, one, account, { ...options, wish: writeWish(request) })
    return answerTo(house, one, options)
  })

  app.delete('/api/mail-account', async (request) => {
    const one = await askedBy(request)
    bodyOf(request, [])
    await giveUp(house, one, writeWish(request))
    return answerTo(house, one, options)
  })

  app.post('/api/mail-account/test', async (request): Promise<AccountTried> => {
    const one = await askedBy(request)
    const account = await accountIn(request, house, one, options)
    return tryAccount(house, one, account, voice.of(request, one.caller))
  })
}

async function answerTo(
  house: House,
  { caller }: Asked,
  { commonSender }: AccountOptions,
): Promise<MailAccountAnswer> {
  const [kept, isAlone, me] = await Promise.all([
    keptAccount(house, caller.tenant),
    isOnlyCompany(house),
    ownAddress(house, caller),
  ])
  return { account: kept && shown(kept), commonSender, isAlone, me }
}

/** Everything but the password. */
function shown({ sealed, ...account }: KeptAccount): MailAccountAnswer['account'] {
  return { ...account, hasPassword: sealed !== null }
}

async function ownAddress({ database }: House, { tenant, person }: Caller): Promise<string> {
  const [row] = await database.read<{ email: string }>(
    tenant,
    sql`select email from "user" where tenant = ${tenant} and id = ${person.id}::uuid`,
  )
  return row?.email ?? ''
}

/** What was sent, over what is kept. @throws {Refusal} as parseAccount */
async function accountIn(
  request: FastifyRequest,
  house: House,
  one: Asked,
  { secretKey }: AccountOptions,
): Promise<MailAccount> {
  const { tenant } = one.caller
  const body = bodyOf(request, accountKeys)
  const kept = await keptAccount(house, tenant)
  const openPassword = () => {
    if (!kept) return null
    try {
      return opened(kept, secretKey, tenant).password
    } catch {
      // The key of the house is another one than it was sealed with.
      return fail('mail-account.password-again', {}, { field: 'password' })
    }
  }
  return parseAccount(body, kept, openPassword, one)
}

/** Mails that wait are taken up by the new way at once. */
async function keep(
  house: House,
  { caller, sight }: Asked,
  account: MailAccount,
  { secretKey, wish }: AccountOptions & { wish: WriteWish },
): Promise<void> {
  const { tenant } = caller
  const { host, port, security, user, password, senderName, senderAddress } = account
  await wayOf(house, account)
  const before = await keptAccount(house, tenant)
  const sealed = password === null ? null : sealedPassword(secretKey, tenant, password)
  await write(house, caller, wish, async (unit) => {
    unit.tx.send(
      sql`insert into mail_account (tenant, host, port, security, login, password, sender_name,
          sender_address, changed_at)
        values (${tenant}, ${host}, ${port}, ${security}, ${user}, ${sealed}, ${senderName},
          ${senderAddress}, ${sight.reader.now})
        on conflict (tenant) do update set host = excluded.host, port = excluded.port,
          security = excluded.security, login = excluded.login, password = excluded.password,
          sender_name = excluded.sender_name, sender_address = excluded.sender_address,
          changed_at = excluded.changed_at`,
    )
    unit.jobs.push({ name: sendWaitingJob, payload: { all: true } })
    noteChange(unit, before && shown(before), { ...account, password: undefined })
    return {}
  })
}

async function giveUp(house: House, { caller }: Asked, wish: WriteWish): Promise<void> {
  const { tenant } = caller
  const before = await keptAccount(house, tenant)
  if (!before) return
  await write(house, caller, wish, async (unit) => {
    unit.tx.send(sql`delete from mail_account where tenant = ${tenant}`)
    unit.jobs.push({ name: sendWaitingJob, payload: { all: true } })
    noteChange(unit, shown(before), null)
    return {}
  })
}

/** The log says where mails leave by, never the password. */
function noteChange(unit: Unit, before: object | null, after: object | null): void {
  const { tenant } = unit.caller
  const entry = { entity: 'company', record: tenant, action: 'update', reason: null }
  unit.audit.push({ ...entry, before: { mailAccount: before }, after: { mailAccount: after } })
}

/** @throws {Refusal} `mail-account.…` (422): why not, and what to do */
async function tryAccount(
  house: House,
  { caller }: Asked,
  account: MailAccount,
  speech: Speech,
): Promise<AccountTried> {
  const to = await ownAddress(house, caller)
  if (to === '') fail('mail-account.no-own-address')
  const { name } = await house.companies.of(caller.tenant)
  const { senderName, senderAddress, host } = account
  try {
    const transport = createTransport({ ...(await wayOf(house, account)), ...hurry })
    const { response } = await transport.sendMail({
      from: { name: senderName ?? '', address: senderAddress },
      to,
      ...testLetter(speech, { company: name, host }),
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    return { to, said: response }
  } catch (error) {
    throw faultOf(error, account)
  }
}
