/** Each night every book is proved; what differs is an alarm until a night finds it mended. */
import { sightOf } from '#kernel/action/caller.ts'
import { sql } from '#kernel/db/sql.ts'
import type { House } from '#kernel/house.ts'
import { openVoice, type Speech } from '#kernel/http/voice.ts'
import { negotiate } from '#kernel/i18n/languages.ts'
import { asProgram, writeAsProgram } from '#kernel/jobs/as-program.ts'
import { defineJob, type JobCall } from '#kernel/jobs/job.ts'
import { BooksCheck } from './books-check.entity.ts'
import { mostShown, proveBook, type Finding } from './prove-book.ts'

export const checkBooksJob = defineJob({
  name: 'books.check',
  label: 'Check of the books',
  every: '40 2 * * *',
  atOnce: 1,
  async run(house, call) {
    const { reader } = await sightOf(house, asProgram(call.tenant), call.now)
    const speech = await speechOf(house, call.tenant)
    let differences = 0
    for (const [key, ask] of house.registry.modules.flatMap(({ checks }) =>
      Object.entries(checks),
    )) {
      call.signal.throwIfAborted()
      const finding = await proveBook(house, reader, ask)
      const found = wordsOf(finding, speech)
      if (finding.count > 0) raiseAlarm(call, key, finding.count, found)
      await keep(house, call, { key, name: speech.t(key), count: finding.count, found })
      differences += finding.count
    }
    await house.database.control(
      sql`update company set books_checked_at = ${call.now}, book_differences = ${differences}
        where tenant = ${call.tenant}`,
    )
  },
})

/** What is kept for people to read is in the language of the company. */
async function speechOf(house: House, tenant: string): Promise<Speech> {
  const { locale } = await house.companies.of(tenant)
  const chosen = negotiate({ chosen: locale, accepted: undefined, fallback: 'zh-Hant' })
  return openVoice(house.registry.messages).in(chosen)
}

function wordsOf({ count, differences }: Finding, { t, say }: Speech): string[] {
  const lines = differences.map(({ rule, ...facts }) => say(rule, facts))
  return count > mostShown
    ? [...lines, t('And {count} more.', { count: count - mostShown })]
    : lines
}

function raiseAlarm({ tenant, log }: JobCall, check: string, count: number, found: string[]): void {
  log.error({ tenant, check, differences: count, found: found.slice(0, 5) }, 'The books differ')
}

interface Kept {
  key: string
  name: string
  count: number
  found: string[]
}

/** Written with its history only when the outcome is another one than last night. */
async function keep(house: House, call: JobCall, { key, name, count, found }: Kept): Promise<void> {
  await writeAsProgram(house, call, async (ctx) => {
    const known = await ctx.first(BooksCheck, { key }, { lock: true })
    const now = call.now.toISOString()
    const text = found.join('\n') || null
    const since = count > 0 ? (known?.since ?? now) : null
    const outcome = { name, differences: count, since, found: text, checkedAt: now }
    if (!known) await ctx.create(BooksCheck, { key, ...outcome })
    else if (known.found !== text) await ctx.save(BooksCheck, known.id, outcome)
    else
      ctx.send(
        sql`update books_check set checked_at = ${call.now}, name = ${name}
          where tenant = ${ctx.tenant} and id = ${known.id}::uuid`,
      )
  })
}
