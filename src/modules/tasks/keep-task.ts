/** What follows from the other fields of a task: its reminder, and where its repetition begins. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { sql } from '#kernel/db/sql.ts'
import type { Derive } from '#kernel/module.ts'
import { instantOf } from '#kernel/time/instant.ts'
import type { Task } from './task.entity.ts'

/** When one is reminded of what has no time. */
const morning = '09:00'

export const deriveTask: Derive = (row, { timeZone }) => {
  const { dueOn, time, remindBefore, repeat, repeatFrom } = row as unknown as Task
  return {
    remindAt: remindBefore === null ? null : remindAt(dueOn, time, Number(remindBefore), timeZone),
    repeatFrom: repeat === 'none' ? null : (repeatFrom ?? dueOn),
  }
}

function remindAt(day: string, time: string | null, minutes: number, timeZone: string): string {
  const at = new Date(instantOf(day, time ?? morning, timeZone))
  return new Date(at.getTime() - minutes * 60_000).toISOString()
}

/** The first of a series that is put on another day takes the series along. */
export async function moveSeries(ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  const [row, before] = [facts.row as Task, facts.before as Task]
  checkUntil(row)
  const isFirst = before.repeatFrom === before.dueOn && row.dueOn !== before.dueOn
  if (row.repeat === 'none' || (!isFirst && row.repeat === before.repeat)) return
  ctx.send(sql`update task t set repeat_from = t.due_on
    where t.tenant = ${ctx.tenant} and t.id = ${row.id}::uuid`)
}

export async function checkNew(_ctx: Ctx, facts: Record<string, unknown>): Promise<void> {
  checkUntil(facts.row as Task)
}

/** @throws {Refusal} `task.ends-before-it-begins` */
function checkUntil({ repeat, dueOn, repeatUntil }: Task): void {
  if (repeat !== 'none' && repeatUntil !== null && repeatUntil < dueOn)
    fail('task.ends-before-it-begins', {}, { field: 'repeatUntil' })
}
