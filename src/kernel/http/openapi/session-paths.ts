/** Signing in and out, invitations, and what people keep in order for themselves. */
import { tileKinds } from '../../session/own-home.ts'
import { idParameter, operation, place, type Paths } from './operation.ts'
import { practicePaths } from './practice-paths.ts'
import {
  answer,
  day,
  instant,
  list,
  map,
  object,
  oneOf,
  orNull,
  text,
  uuid,
  yesNo,
} from './schema.ts'

const locale = oneOf('en', 'zh-Hant', 'zh-Hans')
const preferences = object({
  locale: orNull(locale),
  theme: orNull(text),
  density: orNull(text),
  tour: orNull(text),
})
const favourites = list(object({ href: text, title: text, icon: text }))
export const tiles = list(object({ kind: oneOf(...tileKinds), wide: yesNo }, { of: orNull(text) }))
const entered = {
  anyOf: [
    answer('done'),
    object({ needsCode: yesNo }),
    object({ needsCompany: list(object({ id: uuid, name: text })) }),
  ],
}
const own = { inPerson: true } as const
const open = { open: true } as const

const entrance: Paths = {
  '/api/setup': {
    get: operation({
      summary: 'Is there no company yet?',
      answer: object({ needed: yesNo }),
      ...open,
    }),
    post: operation({
      summary: 'The first company and its first administrator',
      body: object({
        company: text,
        country: text,
        currency: text,
        timeZone: text,
        locale,
        name: text,
        email: text,
        password: text,
      }),
      answer: answer('done'),
      ...open,
    }),
  },
  '/api/session': {
    get: operation({
      summary: 'Who I am',
      answer: object({
        user: object({ id: uuid, name: text, email: text }),
        authenticator: yesNo,
        preferences,
        favourites,
        reports: map(uuid),
        tiles,
        roleHome: orNull(object({ role: text, tiles })),
      }),
    }),
    post: operation({
      summary: 'Sign in',
      body: object({ email: text, password: text }, { code: text, company: uuid }),
      answer: entered,
      ...open,
    }),
    delete: operation({ summary: 'Sign out', answer: answer('done'), ...open }),
  },
  '/api/invitation/{token}': {
    get: operation({
      summary: 'Whom an invitation is for',
      parameters: [place('token')],
      answer: object({ name: text, email: text }),
      ...open,
    }),
    post: operation({
      summary: 'Take an invitation up',
      parameters: [place('token')],
      body: object({ password: text }),
      answer: answer('done'),
      ...open,
    }),
  },
}

const listedSession = object({
  id: uuid,
  createdAt: instant,
  lastSeenAt: instant,
  address: orNull(text),
  agent: orNull(text),
  current: yesNo,
})

const listedKey = object({
  id: uuid,
  name: text,
  prefix: text,
  scopes: list(text),
  createdAt: instant,
  expiresOn: orNull(day),
  lastUsedAt: orNull(instant),
})

const ofMyself: Paths = {
  '/api/session/all': {
    get: operation({
      summary: 'Where I am signed in',
      answer: object({ sessions: list(listedSession) }),
      ...own,
    }),
  },
  '/api/session/{id}': {
    delete: operation({
      summary: 'Sign out elsewhere',
      parameters: [idParameter],
      answer: answer('done'),
      ...own,
    }),
  },
  '/api/session/password': {
    post: operation({
      summary: 'Change my password',
      body: object({ current: text, next: text }),
      answer: answer('done'),
      ...own,
    }),
  },
  '/api/session/preferences': {
    patch: operation({
      summary: 'My language, colours and density',
      body: object({}, { locale, theme: text, density: text, tour: text }),
      answer: preferences,
      ...own,
    }),
  },
  '/api/session/favourites': {
    patch: operation({
      summary: 'The pages I keep at hand, in my order',
      body: object({ favourites }),
      answer: object({ favourites }),
      ...own,
    }),
  },
  '/api/session/reports': {
    patch: operation({
      summary: 'The saved report that a report opens with for me; without one it opens plain',
      body: object({ report: text }, { saved: uuid }),
      answer: object({ reports: map(uuid) }),
      ...own,
    }),
  },
  '/api/session/home': {
    patch: operation({
      summary: 'The tiles of my home page, in my order; none for those of my role',
      body: object({ tiles }),
      answer: object({ tiles }),
      ...own,
    }),
  },
  '/api/session/totp': {
    post: operation({
      summary: 'A secret for my authenticator',
      answer: object({ uri: text, qrSvg: text, secret: text }),
      ...own,
    }),
    delete: operation({
      summary: 'No authenticator any more',
      body: object({ password: text }),
      answer: answer('done'),
      ...own,
    }),
  },
  '/api/session/totp/confirm': {
    post: operation({
      summary: 'The first code of my authenticator',
      body: object({ code: text }),
      answer: answer('done'),
      ...own,
    }),
  },
}

const keys: Paths = {
  '/api/api-key': {
    get: operation({
      summary: 'My keys for programs',
      answer: object({ keys: list(listedKey) }),
      ...own,
    }),
    post: operation({
      summary: 'A new key; it is shown once',
      body: object({ name: text, scopes: list(text) }, { expiresOn: orNull(day) }),
      answer: object({ key: text }),
      status: '201',
      ...own,
    }),
  },
  '/api/api-key/{id}': {
    delete: operation({
      summary: 'Take a key back',
      parameters: [idParameter],
      answer: answer('done'),
      ...own,
    }),
  },
}

export const sessionPaths: Paths = { ...entrance, ...ofMyself, ...keys }

/** For administrators who signed in. */
export const invitationPaths: Paths = {
  ...practicePaths,
  '/api/invitation': {
    post: operation({
      summary: 'Invite a user; the link is good once',
      body: object({ user: uuid }),
      answer: object({ url: text }),
      status: '201',
      ...own,
    }),
  },
}
