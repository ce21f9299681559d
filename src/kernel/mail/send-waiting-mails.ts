/** Takes up mails that wait without anybody working on them, e.g. since a mail server was set. */
import { sql } from '../db/sql.ts'
import { defineJob, type Job } from '../jobs/job.ts'
import type { Post } from './post.ts'
import { sendMailJob } from './queue-mail.ts'
import { noServer } from './send-mail.ts'

/** The queue's own repetitions of a failed mail are closer together than this. */
const forgottenMs = 30 * 60 * 1000

export function sendWaitingMails(post: Post | null): Job {
  return defineJob({
    name: 'kernel.send-waiting-mails',
    every: '*/10 * * * *',
    async run(house, { tenant, now }) {
      if (!post) return
      const before = new Date(now.getTime() - forgottenMs)
      await house.database.transaction(tenant, async (tx) => {
        const rows = await tx.query<{ id: string }>(
          sql`select id from mail
            where tenant = ${tenant} and state = 'queued' and deleted_at is null
              and (error = ${noServer} or updated_at < ${before})
            order by updated_at limit 500`,
        )
        const jobs = rows.map(({ id }) => ({ name: sendMailJob, payload: { mail: id } }))
        if (jobs.length > 0) await house.jobs.enqueue(tx, tenant, jobs)
      })
    },
  })
}
