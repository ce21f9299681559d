/** The bell over HTTP: for the person who signed in, and nobody else, an administrator neither. */
import type { FastifyInstance } from 'fastify'
import { sightOf } from '../action/caller.ts'
import { isId } from '../field/check.ts'
import { f } from '../field/f.ts'
import type { House } from '../house.ts'
import { parameter, wrongParameter } from '../http/asker.ts'
import type { Speech, Voice } from '../http/voice.ts'
import { readBody } from '../session/body.ts'
import { keepChoices } from '../session/choices.ts'
import { signedIn } from '../session/identify.ts'
import { choicesOf, mailTimes, noticeChoicesOf } from './choices.ts'
import { markRead } from './mark-read.ts'
import { causes } from './notice.ts'
import { readLines, type ShownLine } from './read-lines.ts'
import { sentenceOf } from './sentence.ts'

const mostLines = 30
/** More unread lines than this are not counted. */
const mostUnread = 100

const readGiven = { notices: f.refs('notification'), until: f.instant() }
const choicesGiven = { off: f.choices([...causes]), mail: f.choice([...mailTimes]) }

/** A line as the screen shows it. */
export interface ShownNotice {
  id: string
  cause: string
  text: string
  /** What was said, from its beginning. */
  words: string | null
  entity: string
  record: string | null
  at: string
  isRead: boolean
}

export interface NoticesAnswer {
  notices: ShownNotice[]
  /** For `after`; null on the last page. */
  next: string | null
}

export function registerNoticeRoutes(app: FastifyInstance, house: House, voice: Voice): void {
  const ask = (tenant: string) => (query: Parameters<typeof house.database.read>[1]) =>
    house.database.read<never>(tenant, query)

  app.get('/api/notification', async (request): Promise<NoticesAnswer> => {
    const { caller } = await signedIn(house, request)
    const sight = await sightOf(house, caller)
    const after = cursorIn(parameter(request, 'after'))
    const wish = { limit: mostLines, ...(after ? { after } : {}) }
    const { lines, last } = await readLines(ask(caller.tenant), sight, wish)
    const speech = voice.forPerson(caller.person)
    return {
      notices: lines.map((line) => shown(house, speech, line)),
      next: last ? `${new Date(last.at).toISOString()}~${last.id}` : null,
    }
  })

  app.get('/api/notification/unread', async (request) => {
    const { caller } = await signedIn(house, request)
    const wish = { limit: mostUnread, unread: true }
    const { lines } = await readLines(ask(caller.tenant), await sightOf(house, caller), wish)
    return { unread: lines.length }
  })

  app.post('/api/notification/read', async (request) => {
    const { session } = await signedIn(house, request)
    const { notices, until } = readBody(request, readGiven, house.now())
    const isAll = !('notices' in Object(request.body))
    const person = { tenant: session.tenant, person: session.user }
    await markRead(house, person, { lines: isAll ? null : notices, until })
    return { ok: true }
  })

  app.get('/api/session/notices', async (request) => {
    const { session } = await signedIn(house, request)
    return ownChoices(house, session)
  })

  app.patch('/api/session/notices', async (request) => {
    const { session } = await signedIn(house, request)
    const given = readBody(request, choicesGiven, house.now())
    const known = await ownChoices(house, session)
    const isGiven = (name: string) => name in Object(request.body)
    const off = isGiven('off') ? given.off : known.off
    await keepChoices(house, session, {
      notices: noticeChoicesOf({ off, mail: given.mail ?? known.mail }),
    })
    return ownChoices(house, session)
  })
}

async function ownChoices(house: House, { tenant, user }: { tenant: string; user: string }) {
  const read = <R>(query: Parameters<typeof house.database.read>[1]) =>
    house.database.read<R>(tenant, query)
  const choices = await choicesOf(read, tenant, [user])
  return { causes: [...causes], ...(choices.get(user) ?? noticeChoicesOf(null)) }
}

function cursorIn(text: string | undefined): { at: string; id: string } | null {
  if (text === undefined) return null
  const [at = '', id = ''] = text.split('~')
  if (!/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u.test(at) || Number.isNaN(Date.parse(at)) || !isId(id))
    wrongParameter('after')
  return { at, id }
}

function shown({ registry }: House, { t }: Speech, line: ShownLine): ShownNotice {
  const { id, cause, entity, record, at, facts } = line
  return {
    id,
    cause,
    text: sentenceOf({ registry, t }, line, line.title),
    words: typeof facts.text === 'string' ? facts.text : null,
    entity,
    record,
    at: new Date(at).toISOString(),
    isRead: line.readAt !== null,
  }
}
