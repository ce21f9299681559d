/** What one is told of, and following a record. */
import { causes } from '../../notify/notice.ts'
import { mailTimes } from '../../notify/choices.ts'
import type { EntityMeta } from '../wire.ts'
import { idParameter, operation, query, type Paths } from './operation.ts'
import { answer, instant, list, object, oneOf, orNull, text, uuid, whole, yesNo } from './schema.ts'

const own = { inPerson: true } as const
const notice = object({
  id: uuid,
  cause: oneOf(...causes),
  text,
  words: orNull(text),
  entity: text,
  record: orNull(uuid),
  at: instant,
  isRead: yesNo,
})
const choices = object({
  causes: list(oneOf(...causes)),
  off: list(oneOf(...causes)),
  mail: oneOf(...mailTimes),
})

export const noticePaths: Paths = {
  '/api/notification': {
    get: operation({
      summary: 'What I am told of, newest first',
      parameters: [query('after', 'Older than the last page')],
      answer: object({ notices: list(notice), next: orNull(text) }),
      ...own,
    }),
  },
  '/api/notification/unread': {
    get: operation({
      summary: 'How much of it I have not read; at most 100',
      answer: object({ unread: whole }),
      ...own,
    }),
  },
  '/api/notification/read': {
    post: operation({
      summary: 'Mark as read: these, or all up to a moment',
      body: object({}, { notices: list(uuid), until: orNull(instant) }),
      answer: answer('done'),
      ...own,
    }),
  },
  '/api/session/notices': {
    get: operation({ summary: 'Of what I am told, and by mail', answer: choices, ...own }),
    patch: operation({
      summary: 'Choose of what I am told, and by mail',
      body: object({}, { off: list(text), mail: oneOf(...mailTimes) }),
      answer: choices,
      ...own,
    }),
  },
}

const followers = object({ followers: list(object({ id: uuid, name: text })), mine: yesNo })
const person = object({ id: uuid, name: text, subtitle: text, reads: yesNo })

/** @param one address of a record of the entity */
export function followPaths({ label }: EntityMeta, one: string): Paths {
  const about = { parameters: [idParameter], answer: followers }
  return {
    [`${one}/followers`]: {
      get: operation({ summary: `Who follows it: ${label.one}`, ...about }),
    },
    [`${one}/follow`]: { post: operation({ summary: `Follow: ${label.one}`, ...about, ...own }) },
    [`${one}/unfollow`]: {
      post: operation({ summary: `Unfollow: ${label.one}`, ...about, ...own }),
    },
    [`${one}/mentionable`]: {
      get: operation({
        summary: `Whom a comment may mention: ${label.one}`,
        parameters: [idParameter, query('q', 'What is typed')],
        answer: object({ people: list(person) }),
      }),
    },
  }
}
