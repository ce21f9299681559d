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

/** What a text of each kind adds. */
const adds: Readonly<Record<LikenessKind, (features: Features, text: string) => void>> = {
  name: (features, text) => addName(features, 'name', text),
  person: (features, text) => addName(features, 'person', text),
  item: (features, text) => addName(features, 'item', text),
  phone: ({ phones }, text) => addOnce(phones, text.replace(/;ext=.*$/u, '')),
  email: ({ emails, domains }, text) => {
    const email = text.trim().toLowerCase()
    addOnce(emails, email)
    addDomain(domains, email.slice(email.indexOf('@') + 1))
  },
  web: ({ domains }, text) => addDomain(domains, domainOfPage(text)),
  number: ({ numbers }, text) => addOnce(numbers, bare(text)),
  code: ({ codes }, text) => addOnce(codes, bare(text)),
  spec: ({ specs }, text) => addOnce(specs, specCore(text)),
  within: ({ within }, text) => addOnce(within, text),
}

/** @param row values by field; what is absent counts for nothing */
export function featuresOf(rule: LikenessRule, row: Values): Features {
  const features: Features = {
    names: [],
    phones: [],
    emails: [],
    domains: [],
    numbers: [],
    codes: [],
    specs: [],
    within: [],
  }
  for (const [field, kind] of Object.entries(rule)) {
    const value = row[field]
    if (typeof value === 'string' && value.trim() !== '') adds[kind](features, value)
  }
  return features
}

const keptNames = new Map<string, Name | null>()
/** A scan comes to a record under each of its keys. */
const mostNames = 20_000

/** None where the text has no letter and no digit. */
function addName({ names }: Features, kind: Name['kind'], text: string): void {
  const key = `${kind} ${text}`
  const known = keptNames.get(key)
  const name = known === undefined ? nameOf(kind, text) : known
  if (known === undefined) {
    if (keptNames.size >= mostNames) keptNames.clear()
    keptNames.set(key, name)
  }
  if (name) names.push(name)
}

function nameOf(kind: Name['kind'], text: string): Name | null {
  const core = kind === 'name' ? nameCore(text) : plainCore(text)
  if (core.core === '') return null
  return { ...core, kind, sound: soundOf(core.core), brandSound: soundOf(core.brand) }
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

function domainOfPage(url: string): string {
  const host = /^(?:[a-z]+:\/\/)?([^/:?#\s]+)/iu.exec(url.trim())?.[1] ?? ''
  return host.toLowerCase().replace(/^www\./u, '')
}

function addDomain(domains: string[], domain: string): void {
  if (domain.includes('.') && !freeMail.has(domain)) addOnce(domains, domain)
}

function addOnce(texts: string[], text: string): void {
  if (text !== '' && !texts.includes(text)) texts.push(text)
}
