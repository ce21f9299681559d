/** The telephone system tells that a call is over: how long it was, and where its recording is. */
import { defineCollectionAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { f } from '#kernel/field/f.ts'
import { callBackMissed } from './call-back-missed.ts'
import { toldFields } from './incoming-call.action.ts'
import { agentOf, callOf, lineOf, writtenByHand } from './known-call.ts'
import { callDirections, PhoneCall } from './phone-call.entity.ts'
import type { PhoneLine } from './phone-line.entity.ts'
import { keptNumber, whoseNumber } from './whose-number.ts'
import { writeDown } from './write-down.ts'

const ends = [
  { value: 'answered', label: 'Answered' },
  { value: 'missed', label: 'Not answered' },
  { value: 'busy', label: 'Busy' },
  { value: 'failed', label: 'Failed' },
] as const

export const endCall = defineCollectionAction(PhoneCall, {
  name: 'ended',
  label: 'Call ended',
  allow: [],
  input: {
    ...toldFields,
    direction: f.choice(callDirections, { default: 'in', label: 'Call direction' }),
    result: f.choice(ends, { required: true, default: 'answered', label: 'How it ended' }),
    seconds: f.integer({ min: '0', max: '86400', label: 'Talk time in seconds' }),
    startedAt: f.instant({ label: 'Began' }),
    recording: f.file({ help: 'A file that was uploaded before.' }),
    recordingUrl: f.url({ label: 'Address of the recording' }),
  },
  async run(ctx, told) {
    const known = (await callOf(ctx, told.callId)) ?? (await begun(ctx, told))
    const line = await lineOf(ctx, told.line)
    refuseElsewhere(told.recordingUrl, line)
    if (known.endedAt === null || known.callId === null) await end(ctx, known, told)
    if (told.recording !== null && known.recording === null)
      await ctx.save(PhoneCall, known.id, { recording: told.recording })
    else if (told.recordingUrl !== null && known.recording === null)
      ctx.afterCommit('telephony.fetch-recording', { call: known.id, url: told.recordingUrl })
    return { result: { id: known.id } }
  },
})

interface Told {
  callId: string
  number: string | null
  extension: string | null
  line: string | null
  direction: 'in' | 'out' | null
  result: (typeof ends)[number]['value']
  seconds: number | null
  startedAt: string | null
}

/** Nobody told that it began: it is made, or the one that the agent wrote down is taken. */
async function begun(ctx: Ctx, told: Told): Promise<PhoneCall> {
  const owner = await agentOf(ctx, told.extension)
  const number = keptNumber(told.number, ctx.country)
  const direction = told.direction ?? 'in'
  const byHand = direction === 'out' ? await writtenByHand(ctx, owner, number) : null
  if (byHand) return byHand
  const lasted = (told.seconds ?? 0) * 1000
  return ctx.create(PhoneCall, {
    ...(await whoseNumber(ctx, number, owner)),
    callId: told.callId,
    number,
    owner,
    direction,
    line: (await lineOf(ctx, told.line))?.id ?? null,
    startedAt: told.startedAt ?? new Date(ctx.now.getTime() - lasted).toISOString(),
  })
}

async function end(ctx: Ctx, call: PhoneCall, told: Told): Promise<void> {
  const reached = told.result === 'answered'
  await ctx.save(PhoneCall, call.id, {
    callId: told.callId,
    endedAt: ctx.now.toISOString(),
    seconds: reached ? (told.seconds ?? 0) : 0,
    reached,
  })
  const now = await ctx.find(PhoneCall, call.id)
  if (reached) await writeDown(ctx, now)
  else if (now.direction === 'in') await callBackMissed(ctx, now)
}

/** The program fetches nothing from wherever somebody with a key likes. */
function refuseElsewhere(url: string | null, line: PhoneLine | null): void {
  const from = line?.recordingsAt ?? null
  if (url === null || (from !== null && isBelow(url, from))) return
  fail('phone-call.recording-elsewhere', {}, { field: 'recordingUrl' })
}

/** Same origin, and in the same folder. */
export function isBelow(url: string, from: string): boolean {
  const [asked, allowed] = [new URL(url), new URL(from)]
  const folder = allowed.pathname.endsWith('/') ? allowed.pathname : `${allowed.pathname}/`
  return asked.origin === allowed.origin && asked.pathname.startsWith(folder)
}
