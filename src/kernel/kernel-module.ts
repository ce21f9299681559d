/** The kernel's own nouns and jobs, declared like any module's. */
import type { User } from './access/user.entity.ts'
import type { Ctx } from './action/ctx.ts'
import { fileMessages } from './files/messages.ts'
import { File } from './files/file.entity.ts'
import { sweepFiles } from './files/sweep-files.ts'
import { housekeeping } from './jobs/housekeeping.ts'
import { Mail } from './mail/mail.entity.ts'
import { sendAgain } from './mail/send-again.action.ts'
import { kernelMessages } from './messages.ts'
import { importJob } from './import/import.job.ts'
import { defineModule } from './module.ts'
import { SavedView } from './query/saved-view.entity.ts'
import { indexNamingJob } from './search/index-naming.job.ts'
import { syncLogin } from './session/login.ts'
import { sessionMessages } from './session/messages.ts'

export const kernelModule = defineModule({
  name: 'kernel',
  label: 'Shangmai',
  capabilities: [3, 5, 53, 55, 56, 63, 126, 127, 128, 142, 144, 145, 151, 152, 172],
  entities: [File, Mail, SavedView],
  actions: [sendAgain],
  jobs: [housekeeping, sweepFiles, importJob, indexNamingJob],
  on: {
    'user.create': followLogin,
    'user.update': followLogin,
    'user.delete': followLogin,
    'user.restore': followLogin,
  },
  messages: { ...kernelMessages, ...sessionMessages, ...fileMessages },
})

/** Who may sign in follows the users' records. */
async function followLogin(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  const { id, email, active, deletedAt } = facts.row as User
  await syncLogin({ query: (query) => ctx.sql(query) }, ctx.tenant, id, email, active && !deletedAt)
}
