/** Takes up mails that wait without anybody working on them, e.g. since a mail server was set. */
import { sql } from '../db/sql.ts'
import { defineJob, type Job } from '../jobs/job.ts'
import type { FindPost } from './post.ts'
import { sendMailJob } from './queue-mail.ts'
import { noServer } from './send-mail.ts'

/** The queue's own repetitions of a failed mail are closer together than this. */
const forgottenMs = 30 * 60 * 1000

/** With { all: true } also those that are between two tries: the way out has become another. */
export const sendWaitingJob = 'kernel.send-waiting-mails'

export function sendWaitingMails(findPost: FindPost): Job {
  return defineJob({
    name: sendWaitingJob,
    label: 'Taking up mails that wait',
    every: '*/10 * * * *',
    async run(house, { tenant, now, payload }) {
      if (!(await findPost(house, tenant))) return
      const before = new Date(now.getTime() - forgottenMs)
      await house.database.transaction(tenant, async (tx) => {
        const rows = await tx.query<{ id: string }>(
          sql`select id from mail
            where tenant = ${tenant} and state = 'queued' and deleted_at is null
              and (error = ${noServer} or updated_at < ${before}
                or ${payload.all === true}::boolean)
            order by updated_at limit 500`,
        )
        const jobs = rows.map(({ id }) => ({ name: sendMailJob, payload: { mail: id } }))
        if (jobs.length > 0) await house.jobs.enqueue(tx, tenant, jobs)
      })
    },
  })
}
