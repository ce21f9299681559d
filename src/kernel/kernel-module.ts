/** The kernel's own nouns and jobs, declared like any module's. */
import type { User } from './access/user.entity.ts'
import type { Ctx } from './action/ctx.ts'
import { backupMessages } from './backup/messages.ts'
import { checkCustomField, nameCustomField, valuesOfChoices } from './custom/check-custom-field.ts'
import { checkChoiceList } from './custom/check-choice-list.ts'
import { checkRequiredField } from './custom/check-required-field.ts'
import { ChoiceList } from './custom/choice-list.entity.ts'
import { CustomField } from './custom/custom-field.entity.ts'
import { customMessages } from './custom/messages.ts'
import { RequiredField } from './custom/required-field.entity.ts'
import { askAgain, keepApart, mergePair } from './duplicates/decide-pair.action.ts'
import { DuplicatePair } from './duplicates/duplicate-pair.entity.ts'
import { indexKeysJob } from './duplicates/index-keys.job.ts'
import { fileMessages } from './files/messages.ts'
import { File } from './files/file.entity.ts'
import { sweepFiles } from './files/sweep-files.ts'
import { healthMessages } from './health/messages.ts'
import { readLater, readWordsJob } from './files/words/read-words.job.ts'
import { housekeeping } from './jobs/housekeeping.ts'
import { Mail } from './mail/mail.entity.ts'
import { mailAccountMessages } from './mail/account/messages.ts'
import { sendAgain } from './mail/send-again.action.ts'
import { kernelMessages } from './messages.ts'
import { importJob } from './import/import.job.ts'
import { bulkJob } from './bulk/bulk.job.ts'
import { defineModule } from './module.ts'
import { noticeMessages } from './notify/messages.ts'
import { practiceMessages } from './practice/messages.ts'
import { checkPrintLayout } from './print/drawn/check-print-layout.ts'
import { printLayoutMessages } from './print/drawn/messages.ts'
import { PrintLayout } from './print/drawn/print-layout.entity.ts'
import { SavedView } from './query/saved-view.entity.ts'
import { ReportMail } from './report/report-mail.entity.ts'
import { SavedReport } from './report/saved-report.entity.ts'
import { indexNamingJob } from './search/index-naming.job.ts'
import { syncLogin } from './session/login.ts'
import { sessionMessages } from './session/messages.ts'

export const kernelModule = defineModule({
  name: 'kernel',
  label: 'Shangmai',
  capabilities: [
    3, 5, 34, 53, 55, 56, 63, 84, 126, 127, 128, 130, 142, 144, 145, 151, 152, 161, 162, 172, 252,
    261,
  ],
  entities: [
    CustomField,
    ChoiceList,
    RequiredField,
    PrintLayout,
    File,
    Mail,
    SavedView,
    SavedReport,
    ReportMail,
    DuplicatePair,
  ],
  actions: [sendAgain, mergePair, keepApart, askAgain],
  jobs: [housekeeping, sweepFiles, importJob, bulkJob, indexNamingJob, indexKeysJob, readWordsJob],
  on: {
    'file.create': readLater,
    'custom-field.create': nameCustomField,
    'custom-field.update': checkCustomField,
    'choice-list.create': checkChoiceList,
    'choice-list.update': checkChoiceList,
    'required-field.create': checkRequiredField,
    'required-field.update': checkRequiredField,
    'print-layout.create': checkPrintLayout,
    'print-layout.update': checkPrintLayout,
    'user.create': followLogin,
    'user.update': followLogin,
    'user.delete': followLogin,
    'user.restore': followLogin,
  },
  derive: { 'custom-field': valuesOfChoices, 'choice-list': valuesOfChoices },
  messages: {
    ...kernelMessages,
    ...sessionMessages,
    ...fileMessages,
    ...noticeMessages,
    ...healthMessages,
    ...backupMessages,
    ...mailAccountMessages,
    ...practiceMessages,
    ...customMessages,
    ...printLayoutMessages,
  },
})

/** Who may sign in follows the users' records. */
async function followLogin(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  const { id, email, active, deletedAt } = facts.row as User
  await syncLogin({ query: (query) => ctx.sql(query) }, ctx.tenant, id, email, active && !deletedAt)
}
