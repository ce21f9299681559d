/** What of a record is compared: names, ways to reach it, numbers, by how they count. */
import type { Values } from '../entity/parse-draft.ts'
import { nameCore, levelled, type NameCore } from './name-core.ts'
import type { LikenessKind, LikenessRule } from './rule.ts'
import { soundOf } from './sound.ts'

export interface Name extends NameCore {
  kind: 'name' | 'person' | 'item'
  sound: string
  brandSound: string
}

export interface Features {
  names: Name[]
  phones: string[]
  emails: string[]
  domains: string[]
  numbers: string[]
  codes: string[]
  specs: string[]
  within: string[]
}

/** Mail houses where everybody has an address. */
const freeMail = new Set(
  (
    'gmail.com googlemail.com hotmail.com outlook.com live.com msn.com yahoo.com yahoo.com.tw ' +
    'yahoo.com.hk icloud.com me.com mac.com aol.com gmx.de gmx.net web.de proton.me ' +
    'protonmail.com qq.com foxmail.com 163.com 126.com yeah.net sina.com sina.cn sohu.com ' +
    '139.com 189.cn 21cn.com tom.com aliyun.com hinet.net msa.hinet.net pchome.com.tw seed.net.tw'
  ).split(' '),
)

/** @param row values by field; what is absent counts for nothing */
export function featuresOf(rule: LikenessRule, row: Values): Features {
  const all = (...kinds: LikenessKind[]): string[] =>
    Object.entries(rule).flatMap(([field, kind]) => {
      const value = row[field]
      return kinds.includes(kind) && typeof value === 'string' && value.trim() !== '' ? value : []
    })
  const emails = all('email').map((email) => email.trim().toLowerCase())
  return {
    names: (['name', 'person', 'item'] as const).flatMap((kind) =>
      all(kind).flatMap((text) => nameOf(kind, text)),
    ),
    phones: distinct(all('phone').map((phone) => phone.replace(/;ext=.*$/u, ''))),
    emails: distinct(emails),
    domains: distinct([...emails.map(domainOfMail), ...all('web').map(domainOfPage)].filter(isOwn)),
    numbers: distinct(all('number').map(bare)),
    codes: distinct(all('code').map(bare)),
    specs: distinct(all('spec').map(specCore)),
    within: all('within'),
  }
}

/** None where the text has no letter and no digit. */
function nameOf(kind: Name['kind'], text: string): Name[] {
  const core = kind === 'name' ? nameCore(text) : plainCore(text)
  if (core.core === '') return []
  return [{ ...core, kind, sound: soundOf(core.core), brandSound: soundOf(core.brand) }]
}

/** Persons and things have no legal form; a place is a part of what they are called. */
function plainCore(text: string): NameCore {
  const core = bare(text)
  const digits = (core.match(/\d+/gu) ?? []).join(' ')
  return { core, brand: core, trade: '', words: [], places: [], hasForm: false, digits }
}

/** Letters and digits alone: `ab-100 ` is `AB100`. */
function bare(text: string): string {
  return levelled(text).replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

/** 10×20 mm and 10 * 20MM are one; 1.5 and 15 are not. */
function specCore(text: string): string {
  return levelled(text)
    .replaceAll(/[×*✕]/gu, 'x')
    .replaceAll(/[^\p{L}\p{N}.]+/gu, '')
}

function domainOfMail(email: string): string {
  return email.slice(email.indexOf('@') + 1)
}

function domainOfPage(url: string): string {
  const host = /^(?:[a-z]+:\/\/)?([^/:?#\s]+)/iu.exec(url.trim())?.[1] ?? ''
  return host.toLowerCase().replace(/^www\./u, '')
}

function isOwn(domain: string): boolean {
  return domain.includes('.') && !freeMail.has(domain)
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text) => text !== ''))]
}
