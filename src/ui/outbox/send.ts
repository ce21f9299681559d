/** Sends what waits, one after the other in order, each once, and only as the right person. */
import { reachAs, sendAs, ApiProblem, type Sender } from '#ui/base/api.ts'
import { requestOfWrite, type WriteRequest } from '#ui/base/write-intent.ts'
import type { Arrived } from './after-sent.ts'
import type { Entry, Waiting } from './entry.ts'
import { fileForm } from './file-form.ts'
import { nextOf } from './order.ts'
import { outboxOwner, readAgain, tellChanged } from './outbox.ts'
import { changeEntry, keptOf, settleEntry } from './store.ts'
import { afterProblem, isUnsure, unsureRule, verdictOf } from './verdict.ts'

let isSending = false
let isAskedAgain = false

/** Does nothing where nothing waits, nothing can be reached, or it is being done already. */
export async function sendWaiting(): Promise<void> {
  isAskedAgain = true
  if (isSending) return
  isSending = true
  try {
    while (isAskedAgain) {
      isAskedAgain = false
      await alone(sendInOrder)
    }
  } finally {
    isSending = false
  }
}

/** One window sends at a time; the key keeps two from doing it twice where locks are unknown. */
async function alone(act: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return act()
  await navigator.locks.request('shangmai-outbox', { ifAvailable: true }, (lock) =>
    lock ? act() : undefined,
  )
}

async function sendInOrder(): Promise<void> {
  const { entries } = await readAgain()
  const owner = outboxOwner()
  if (owner === null || !navigator.onLine || !nextOf(entries)) return
  const [company = '', person = ''] = owner.split('/')
  const sender = { company, person }
  if (!(await reachAs(sender))) return
  for (;;) {
    if (owner !== outboxOwner()) return
    const next = nextOf((await keptOf(owner)).entries)
    if (!next || !(await sendOne(next, sender))) return
  }
}

/** @returns whether to go on with the next one */
async function sendOne({ id }: Entry, sender: Sender): Promise<boolean> {
  const now = Date.now()
  const at = new Date(now).toISOString()
  const entry = await changeEntry(id, (found) =>
    isUnsure(found, now)
      ? { ...found, refused: unsure() }
      : { ...found, triedAt: found.triedAt ?? at },
  )
  await tellChanged()
  if (!entry || entry.refused) return true
  try {
    const answer = await sendAs<Arrived>(requestOf(entry.intent), entry.key, sender)
    await settleEntry(entry, answer, at)
    return true
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    const { problem } = error
    await changeEntry(id, (found) => afterProblem(found, problem))
    return verdictOf(problem) === 'refused'
  } finally {
    await tellChanged()
  }
}

function requestOf(intent: Waiting): WriteRequest {
  if (intent.kind !== 'file') return requestOfWrite(intent)
  return { method: 'post', path: '/api/files', body: fileForm(intent) }
}

function unsure(): NonNullable<Entry['refused']> {
  const words = { type: 'about:blank', title: '', detail: '', requestId: '' }
  return { ...words, status: 0, rule: unsureRule }
}
