/** The way out of the house: a company's own mail server, else the one the operator named. */
import { createTransport, type SendMailOptions } from 'nodemailer'
import type SMTPTransport from 'nodemailer/lib/smtp-transport/index.js'
import { isOnlyCompany } from '../health/installation.ts'
import type { House } from '../house.ts'
import { openVoice } from '../http/voice.ts'
import { isLocale } from '../i18n/languages.ts'
import { faultOf } from './account/fault.ts'
import { keptAccount, opened, type KeptAccount, type MailAccount } from './account/mail-account.ts'
import { openTarget, type Target } from './account/reachable.ts'

export interface MailSettings {
  /** `smtp://…` or `smtps://…`; without it mails of companies without an own account wait. */
  smtpUrl: string | undefined
  /** Sender, e.g. `Harbor Books <office@harbor.example>`. */
  from: string
  /** Opens the passwords of companies' own accounts. */
  secretKey: Buffer
}

export interface Post {
  /** Address part after the @, for the names of messages. */
  domain: string
  send(message: SendMailOptions): Promise<Delivery>
}

/** `final`: trying again would bring the same answer. */
export type Delivery = { sent: true } | { sent: false; final: boolean; error: string }

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

/** @returns null for a practice company, and where nobody named a server */
export type FindPost = (house: House, tenant: string) => Promise<Post | null>

export function findPosts({ smtpUrl, from, secretKey }: MailSettings): FindPost {
  const common = smtpUrl ? commonPost(smtpUrl, from) : null
  return async (house, tenant) => {
    if ((await house.companies.of(tenant)).practiceOf !== null) return null
    const kept = await keptAccount(house, tenant)
    return kept ? ownPost(house, tenant, kept, secretKey) : common
  }
}

function commonPost(url: string, from: string): Post {
  const transport = createTransport({ url, ...patience }, { from })
  return {
    domain: domainOf(from),
    send: (message) => deliver(() => transport.sendMail(guarded(message)), messageOf),
  }
}

/** What is wrong with the account is the mail's to tell, in the language of the company. */
async function ownPost(
  house: House,
  tenant: string,
  kept: KeptAccount,
  secretKey: Buffer,
): Promise<Post> {
  const { locale } = await house.companies.of(tenant)
  const { say } = openVoice(house.registry.messages).in(isLocale(locale) ? locale : 'zh-Hant')
  const from = { name: kept.senderName ?? '', address: kept.senderAddress }
  const send = async (message: SendMailOptions) => {
    const way = await wayOf(house, opened(kept, secretKey, tenant))
    return createTransport(way, { from }).sendMail(guarded(message))
  }
  const inWords = (error: unknown) => {
    const { rule, facts } = faultOf(error, kept)
    return say(rule, facts)
  }
  return {
    domain: domainOf(kept.senderAddress),
    send: (message) => deliver(() => send(message), inWords),
  }
}

/** How to reach the server of an account. @throws {Refusal} as openTarget */
export async function wayOf(house: House, account: MailAccount): Promise<SMTPTransport.Options> {
  const { host, port, security, user, password } = account
  const target: Target = (await isOnlyCompany(house))
    ? { address: host, servername: undefined }
    : await openTarget(host, port)
  return {
    host: target.address,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(target.servername ? { tls: { servername: target.servername } } : {}),
    ...(user === null ? {} : { auth: { user, pass: password ?? '' } }),
    ...patience,
  }
}

/** What stands in a mail never makes the server read its own files or call other servers. */
function guarded(message: SendMailOptions): SendMailOptions {
  return { ...message, disableFileAccess: true, disableUrlAccess: true }
}

async function deliver(
  send: () => Promise<unknown>,
  inWords: (error: unknown) => string,
): Promise<Delivery> {
  try {
    await send()
    return { sent: true }
  } catch (error) {
    return { sent: false, final: isFinal(error), error: inWords(error) }
  }
}

function domainOf(from: string): string {
  return /@([\w.-]+)/u.exec(from)?.[1] ?? 'localhost'
}

/** A refused recipient or message (5xx) stays refused; a refused sign-in can be mended. */
function isFinal(error: unknown): boolean {
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number }
  return responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE')
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 1000)
}
