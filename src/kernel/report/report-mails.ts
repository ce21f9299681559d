/** Sends saved reports by mail in the morning, each computed with the rights of who gets it. */
import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { seenFields } from '../access/fields.ts'
import { personOf } from '../access/load-person.ts'
import type { Sight } from '../access/scope.ts'
import { User } from '../access/user.entity.ts'
import { sightOf } from '../action/caller.ts'
import { Refusal } from '../base/fail.ts'
import { sql } from '../db/sql.ts'
import { File } from '../files/file.entity.ts'
import type { House } from '../house.ts'
import { catalogueOf } from '../i18n/catalogues.ts'
import { createTranslator } from '../i18n/message.ts'
import type { WriteRow } from '../import/write/column.ts'
import { writeXlsx } from '../import/write/write-xlsx.ts'
import { writeAsProgram } from '../jobs/as-program.ts'
import { defineJob, type Job, type JobCall } from '../jobs/job.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { exportColumns, exportRow } from '../query/export-rows.ts'
import { find } from '../query/find.ts'
import { today } from '../time/date.ts'
import { rangeOf } from '../time/date-range.ts'
import type { ReportAnswer } from '../http/wire.ts'
import { movedDays } from './moving-days.ts'
import { paramsOfTexts } from './param-texts.ts'
import { reportLetter } from './report-letter.ts'
import type { Report } from './report.ts'
import { runReport } from './run-report.ts'
import { SavedReport } from './saved-report.entity.ts'

/** @param address that people open, without a slash at its end */
export function reportMails(address: string): Job[] {
  return [
    defineJob({
      name: 'kernel.report-mails',
      label: 'Reports by mail',
      every: '0 7 * * *',
      run: (house, call) => sendDue(house, call, address),
    }),
  ]
}

interface Due {
  id: string
  person: string
  saved: string
}

async function sendDue(house: House, call: JobCall, address: string): Promise<void> {
  const { tenant } = call
  const { timeZone } = await house.companies.of(tenant)
  const day = today(call.now, timeZone)
  const rows = await house.database.read<Due>(
    tenant,
    sql`select id, person, saved from report_mail
      where tenant = ${tenant} and deleted_at is null and (sent_on is null or sent_on < case every
        when 'day' then ${day}::date
        when 'week' then ${rangeOf('this-week', day).from}::date
        else ${rangeOf('this-month', day).from}::date end)
      order by id`,
  )
  for (const due of rows) {
    if (call.signal.aborted) return
    await sendOne(house, call, due, { address, day })
  }
}

interface When {
  address: string
  day: string
}

/** Who may no longer sign in, see the saved report, or ask the report, gets nothing. */
async function sendOne(house: House, call: JobCall, due: Due, when: When): Promise<void> {
  const { tenant } = call
  const person = await personOf(house.database, tenant, due.person, when.day)
  if (!person) return
  const sight = await sightOf(house, { tenant, person, via: 'job' })
  const asked = await askedBy(house, sight, due.saved)
  if (asked) await mail(house, call, due, when, { sight, ...asked })
}

interface Asked {
  saved: SavedReport
  report: Report
  answer: ReportAnswer
}

async function askedBy(house: House, sight: Sight, id: string): Promise<Asked | null> {
  try {
    const { row } = await find(house.database, sight, SavedReport, id)
    const saved = row as unknown as SavedReport
    const report = house.registry.reports.get(saved.report)
    if (!report) return null
    const params = paramsOfTexts(report.params, textsOf(saved.asked, sight.reader.today))
    return { saved, report, answer: await runReport(house, sight, report, params, 100_000) }
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** As a browser would ask: lists with commas, nothing for what is empty. */
function textsOf(asked: unknown, day: string): Record<string, string> {
  const given = Object.entries(movedDays((asked ?? {}) as Record<string, unknown>, day))
  const filled = given.filter(([, value]) => value !== '' && value !== null)
  return Object.fromEntries(
    filled.map(([key, value]) => [key, Array.isArray(value) ? value.join(',') : String(value)]),
  )
}

const mostBytes = 20 * 1024 * 1024

/** The file of all rows, kept before the mail is written. */
async function keepFile(house: House, { sight, report, answer }: Asked & { sight: Sight }) {
  const { person, timeZone } = sight.reader
  const voice = { t: createTranslator(person.locale, catalogueOf(person.locale)) }
  const shown = seenFields(report.columns, person)
  async function* rows(): AsyncGenerator<WriteRow> {
    for (const row of answer.rows) yield exportRow(shown, row, answer.refs, voice)
  }
  const content = writeXlsx(exportColumns(shown, voice), rows(), { timeZone })
  return house.files.put(Readable.from(content), mostBytes)
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Marked as sent in the transaction of the mail: a job that runs twice sends one. */
async function mail(
  house: House,
  call: JobCall,
  due: Due,
  { address, day }: When,
  asked: Asked & { sight: Sight },
): Promise<void> {
  const { saved, report, sight } = asked
  const { tenant } = call
  const { hash, size } = await keepFile(house, asked)
  const key = randomBytes(24).toString('base64url')
  await writeAsProgram(house, call, async (ctx) => {
    const [claimed] = await ctx.sql<{ key: string }>(
      sql`update report_mail set sent_on = ${day}::date, stop_key = coalesce(stop_key, ${key})
        where tenant = ${tenant} and id = ${due.id}::uuid and deleted_at is null
          and (sent_on is null or sent_on < ${day}::date) returning stop_key as key`,
    )
    if (!claimed) return null
    const stopUrl = `${address}/api/report-mails/${tenant}/${due.id}/${claimed.key}`
    const url = `${address}/report/${saved.report}?saved=${saved.id}`
    const letter = reportLetter(sight, report, asked.answer, { name: saved.name, url, stopUrl })
    const { email } = await ctx.find(User, due.person)
    const name = `${saved.name}.xlsx`
    const file = await ctx.create(File, { name, type: xlsx, size: String(size), hash })
    const attachments = [{ name, file: file.id }]
    return queueMail(ctx, { to: email, ...letter, attachments, stopUrl })
  })
}
