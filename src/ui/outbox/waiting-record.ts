/** A record as this device knows it: with what waits to be sent, or made of nothing else. */
import type { RecordAnswer, RefTitles } from '#kernel/http/wire.ts'
import { api, ApiProblem } from '#ui/base/api.ts'
import { isOutOfReach } from '#ui/base/as-of.ts'
import { joinedTitles } from '#ui/form/titles.ts'
import { recordOf, type Entry } from './entry.ts'
import { readAgain } from './outbox.ts'
import { isTemporary } from './temporary.ts'

/** @throws {ApiProblem} as the server; 404 for one that was discarded before it was sent */
export async function readRecord(entity: string, id: string): Promise<RecordAnswer> {
  if (isTemporary(id)) return waitingRecord(entity, id)
  const answer = await api.get<RecordAnswer>(`/api/${entity}/${id}`)
  if (!isOutOfReach()) return answer
  return withChanges(answer, (await readAgain()).entries, entity)
}

async function waitingRecord(entity: string, id: string): Promise<RecordAnswer> {
  const { entries, ids } = await readAgain()
  const real = ids.get(id)
  if (real !== undefined) return api.get<RecordAnswer>(`/api/${entity}/${real}`)
  const answer = entries.map((entry) => madeBy(entry, id)).find((made) => made !== null)
  return answer ?? notFound()
}

/** What the server will know once it is sent, read only until then. */
export function madeBy({ intent, known, temporary }: Entry, id: string): RecordAnswer | null {
  if (intent.kind !== 'create' || temporary !== id) return null
  return {
    row: { ...intent.values, id, version: 0 },
    refs: known.titles ?? {},
    actions: [],
    may: { update: false, delete: false, share: false },
    locked: 'all',
    deletedAt: null,
  }
}

/** Without a connection one sees one's own changes, not what stood there before them. */
export function withChanges(
  answer: RecordAnswer,
  entries: readonly Entry[],
  entity: string,
): RecordAnswer {
  const place = `${entity}/${answer.row.id}`
  return entries.reduce((seen, entry) => {
    const { intent, known } = entry
    if (intent.kind !== 'update' || recordOf(entry) !== place) return seen
    return withValues(seen, intent.values, known.titles)
  }, answer)
}

export function withValues(
  answer: RecordAnswer,
  values: Record<string, unknown>,
  titles: RefTitles = {},
): RecordAnswer {
  const row = { ...answer.row, ...values }
  return { ...answer, row, refs: joinedTitles(answer.refs, titles) }
}

function notFound(): never {
  const words = { type: 'about:blank', title: '', detail: '', requestId: '' }
  throw new ApiProblem({ ...words, status: 404, rule: 'record.not-found' })
}
