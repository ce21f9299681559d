/** Whatever the program says to a person, it says in Chinese too: declarations, rules, screens. */
import { expect, test } from 'vitest'
import { program } from '#kernel/access/person.ts'
import type { Sight } from '#kernel/access/scope.ts'
import { entityMeta } from '#kernel/http/meta.ts'
import { menuMeta, reportMeta } from '#kernel/http/menu-meta.ts'
import { openVoice } from '#kernel/http/voice.ts'
import { catalogueOf, untranslated } from '#kernel/i18n/catalogues.ts'
import { createTranslator } from '#kernel/i18n/message.ts'
import { kernelModule } from '#kernel/kernel-module.ts'
import { mailJobs } from '#kernel/mail/mail-jobs.ts'
import { noticeMails } from '#kernel/notify/notice-mails.ts'
import { buildRegistry } from '#kernel/registry.ts'
import { reportMails } from '#kernel/report/report-mails.ts'
import { modules } from '#modules/index.ts'
import { sourceFiles } from './source.ts'

const registry = buildRegistry([kernelModule, ...modules])
const untold = (texts: Iterable<string>) => untranslated([...texts], catalogueOf('zh-Hant'))

/** Somebody who sees all there is. */
const sight: Sight = {
  registry,
  grants: { scopes: () => ['all'] },
  reader: {
    tenant: '00000000-0000-7000-8000-000000000000',
    person: { ...program, id: '00000000-0000-7000-8000-000000000001' },
    today: '2026-11-23',
    now: new Date('2026-11-23T02:00:00Z'),
    timeZone: 'Asia/Taipei',
    country: 'TW',
    currency: 'TWD',
    me: null,
  },
}

test('every declared label, option, tab, title and question', () => {
  const said = new Set<string>()
  const english = openVoice({}).in('en')
  const listen = (text: string) => {
    said.add(text)
    return text
  }
  const cut = { sight, speech: { ...english, t: listen } }
  const entities = [...registry.entities.values()].map((entity) => entityMeta(cut, entity))
  const reports = [...registry.reports.values()].map((report) => reportMeta(cut, report))
  menuMeta(
    cut,
    Object.fromEntries(entities.map((entity) => [entity.name, entity])),
    Object.fromEntries(reports.map((report) => [report.name, report])),
    [],
    [],
  )
  expect(said.size).toBeGreaterThan(300)
  expect(untold(said)).toEqual([])
})

test('every refusal, and every book that is checked', () => {
  expect(untold(Object.values(registry.messages))).toEqual([])
  const books = registry.modules.flatMap(({ checks }) => Object.keys(checks))
  expect(books.length).toBeGreaterThan(5)
  expect(untold(books)).toEqual([])
})

test('no two fields of a record are called alike', () => {
  const speak = createTranslator('zh-Hant', catalogueOf('zh-Hant'))
  const alike = [...registry.entities.values()].flatMap((entity) => {
    const labels = Object.values(entity.fields).map(({ label = '' }) => speak(label))
    const twice = labels.filter((label, index) => labels.indexOf(label) !== index)
    return twice.map((label) => `${entity.name}: ${label}`)
  })
  expect(alike).toEqual([])
})

test('every sentence of the screens, and of what is kept for everyone', () => {
  const sentence = /(?:\bt|\bctx\.words)\(\s*(?:'((?:[^'\\]|\\.)+)'|"((?:[^"\\]|\\.)+)")/gu
  const said = sourceFiles()
    .filter(({ path }) => path.startsWith('src/') && !path.includes('.test.'))
    .flatMap(({ text }) => [...text.matchAll(sentence)])
    .map(([, single, double]) => (single ?? double ?? '').replaceAll(String.raw`\'`, "'"))
  expect(said.length).toBeGreaterThan(300)
  expect(untold(said)).toEqual([])
})

test('every kind of work in the background', () => {
  const more = [
    ...mailJobs({ smtpUrl: undefined, from: '', secretKey: Buffer.alloc(0) }),
    ...noticeMails(''),
    ...reportMails(''),
  ]
  const labels = [...registry.jobs.values(), ...more].map(({ label }) => label)
  expect(labels.length).toBeGreaterThan(8)
  expect(untold(labels)).toEqual([])
})
