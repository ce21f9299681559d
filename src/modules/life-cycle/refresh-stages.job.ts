/** Each night the rules in force bring customers into the stage that they belong in. */
import { writeAsProgram } from '#kernel/jobs/as-program.ts'
import { defineJob } from '#kernel/jobs/job.ts'
import { moveCustomers } from './move-customers.ts'

const batch = 500

export const refreshStagesJob = defineJob({
  name: 'life-cycle.refresh-stages',
  label: 'Stages of the customers',
  every: '10 2 * * *',
  atOnce: 1,
  async run(house, call) {
    let after: string | null = null
    do {
      call.signal.throwIfAborted()
      const from: string | null = after
      after = await writeAsProgram(house, call, (ctx) =>
        moveCustomers(ctx, { after: from, most: batch }),
      )
    } while (after !== null)
  },
})
