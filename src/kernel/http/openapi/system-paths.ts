/** What administrators may ask of the program itself: how it fares, what it works on. */
import { needed, operation, query, writing, type Paths } from './operation.ts'
import { papers } from '../../print/drawn/paper.ts'
import {
  answer,
  anything,
  instant,
  list,
  object,
  oneOf,
  orNull,
  text,
  uuid,
  whole,
  yesNo,
  type Json,
} from './schema.ts'

const bytes: Json = { type: 'number' }

const health: Json = object({
  program: object({ version: text, startedAt: instant }),
  database: object({ version: text, startedAt: instant, clockOffBy: whole }),
  files: object({ count: whole, bytes }),
  mails: object({ waiting: whole, failed: whole, waitingSince: orNull(instant) }),
  backup: object({ madeAt: orNull(instant) }),
  books: object({ checkedAt: orNull(instant), differences: whole }),
  clock: object({ now: instant, timeZone: text }),
  machine: orNull(
    object({
      database: bytes,
      connections: object({ used: whole, most: whole }),
      disk: object({ free: bytes, bytes }),
    }),
  ),
  warnings: list(
    object(
      { rule: text, text, isGrave: yesNo },
      { list: object({ entity: text }, { tab: text }), settings: text },
    ),
  ),
})

const jobs: Json = object({
  jobs: list(
    object({
      name: text,
      label: text,
      every: orNull(text),
      waiting: whole,
      active: whole,
      failed: whole,
      dueAt: orNull(instant),
      doneAt: orNull(instant),
    }),
  ),
  failures: list(
    object({ id: uuid, name: text, label: text, at: instant, tries: whole, message: text }),
  ),
})

const backups: Json = object({
  isAlone: yesNo,
  lastAt: orNull(instant),
  folder: text,
  plan: object({ hour: orNull(whole), kept: whole }),
  run: orNull(
    object({
      state: oneOf('queued', 'running', 'done', 'failed'),
      startedAt: instant,
      share: whole,
      why: orNull(text),
    }),
  ),
  backups: list(
    object({
      name: text,
      madeAt: instant,
      withFiles: yesNo,
      cause: oneOf('daily', 'hand', 'upgrade', null),
      bytes: orNull(bytes),
    }),
  ),
})

const accountFields = {
  host: text,
  port: whole,
  security: oneOf('tls', 'starttls', 'none'),
  user: orNull(text),
  senderName: orNull(text),
  senderAddress: text,
}
const accountSent = object({}, { ...accountFields, password: orNull(text) })
const mailAccount: Json = object({
  account: orNull(object({ ...accountFields, hasPassword: yesNo })),
  commonSender: orNull(text),
  isAlone: yesNo,
  me: text,
})

const mailAccountPaths: Paths = {
  '/api/mail-account': {
    get: operation({ summary: "The company's own mail account", answer: mailAccount }),
    patch: operation({
      summary: 'Set the mail account; a password that is not sent stays',
      parameters: writing,
      body: accountSent,
      answer: mailAccount,
    }),
    delete: operation({
      summary: 'Let mails leave by the mail server of the installation again',
      parameters: writing,
      answer: mailAccount,
    }),
  },
  '/api/mail-account/test': {
    post: operation({
      summary: 'Send a test mail to yourself by what is sent, without keeping it',
      body: accountSent,
      answer: object({ to: text, said: text }),
    }),
  },
}

export const systemPaths: Paths = {
  ...mailAccountPaths,
  '/api/print-preview': {
    post: operation({
      summary: 'Print a record with a layout that is just being drawn',
      body: object(
        {
          entity: text,
          record: uuid,
          paper: oneOf(...papers.map(({ value }) => value)),
          orientation: oneOf('upright', 'across'),
        },
        { drawing: anything, locale: oneOf('en', 'zh-Hant', 'zh-Hans') },
      ),
      gives: 'application/pdf',
    }),
  },
  '/api/backup': {
    get: operation({ summary: 'The backups of the installation', answer: backups }),
    post: operation({ summary: 'Make a backup now', parameters: writing, answer: backups }),
    patch: operation({
      summary: 'Set at which hour a backup is made every day, and how many are kept',
      parameters: writing,
      body: object({}, { hour: orNull(whole), kept: whole }),
      answer: backups,
    }),
  },
  '/api/backup/download': {
    get: operation({
      summary: 'A backup to take along',
      parameters: [needed(query('name', 'Which'))],
      gives: 'application/gzip',
    }),
  },
  '/api/health': {
    get: operation({ summary: 'How the program fares, and what needs somebody', answer: health }),
  },
  '/api/jobs': {
    get: operation({ summary: 'Work that waits, runs, was done and failed', answer: jobs }),
  },
  '/api/jobs/run-again': {
    post: operation({
      summary: 'Give work that failed another try',
      body: object({ job: uuid }),
      answer: answer('done'),
    }),
  },
}
