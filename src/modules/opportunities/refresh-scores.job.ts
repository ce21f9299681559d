/** Each night scores and stand-stills of open opportunities are set right for the new day. */
import { writeAsProgram } from '#kernel/jobs/as-program.ts'
import { defineJob } from '#kernel/jobs/job.ts'
import { refreshStale } from './refresh-score.ts'

const batch = 2000

export const refreshScoresJob = defineJob({
  name: 'opportunities.refresh-scores',
  label: 'Scores of opportunities',
  every: '40 3 * * *',
  atOnce: 1,
  async run(house, call) {
    let done = batch
    while (done === batch) {
      call.signal.throwIfAborted()
      done = await writeAsProgram(house, call, (ctx) => refreshStale(ctx, batch))
    }
  },
})
