/** A recording is fetched from the telephone system and kept with its call. */
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { keepFile } from '#kernel/files/keep-file.ts'
import { writeAsProgram } from '#kernel/jobs/as-program.ts'
import { defineJob } from '#kernel/jobs/job.ts'
import { PhoneCall } from './phone-call.entity.ts'

/** An hour of speech; more is no call. */
const mostBytes = 200 * 1024 * 1024
const patienceMs = 60_000

export const fetchRecordingJob = defineJob({
  name: 'telephony.fetch-recording',
  label: 'Recordings of calls',
  atOnce: 2,
  async run(house, call) {
    const { call: id, url } = call.payload as { call: string; url: string }
    const signal = AbortSignal.any([call.signal, AbortSignal.timeout(patienceMs)])
    // A way round to elsewhere would leave the place that the administrator named.
    const answer = await fetch(url, { signal, redirect: 'error' })
    if (!answer.ok || !answer.body) throw new Error(`The recording answers ${answer.status}`)
    const bytes = Readable.fromWeb(answer.body as ReadableStream<Uint8Array>)
    const record = await keepFile(house, bytes, nameOf(url), mostBytes)
    await writeAsProgram(house, call, async (ctx) => {
      const { recording } = await ctx.find(PhoneCall, id)
      if (recording !== null) return
      await ctx.save(PhoneCall, id, { recording: await record(ctx) })
    })
  },
})

function nameOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '') || 'recording'
}
