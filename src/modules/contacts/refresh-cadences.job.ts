/** Each night customers without a day for the next contact get one from their cadence. */
import { writeAsProgram } from '#kernel/jobs/as-program.ts'
import { defineJob } from '#kernel/jobs/job.ts'
import { refreshMoved } from './next-contact.ts'

const batch = 5000

export const refreshCadencesJob = defineJob({
  name: 'contacts.refresh-cadences',
  label: 'Days of the next contacts',
  every: '20 3 * * *',
  atOnce: 1,
  async run(house, call) {
    let done = batch
    while (done === batch) {
      call.signal.throwIfAborted()
      done = await writeAsProgram(house, call, (ctx) => refreshMoved(ctx, batch))
    }
  },
})
