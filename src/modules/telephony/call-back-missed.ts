/** Whoever called and reached nobody is called back: the agent gets a task for today. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { makeTasksOnce } from '#modules/tasks/index.ts'
import type { PhoneCall } from './phone-call.entity.ts'

export async function callBackMissed(ctx: Ctx, call: PhoneCall): Promise<void> {
  if (call.owner === null) return
  const about = call.customer
    ? { entity: 'customer', record: call.customer }
    : call.lead
      ? { entity: 'lead', record: call.lead }
      : { entity: 'phone-call', record: call.id }
  const number = call.number ?? ctx.words('withheld number')
  await makeTasksOnce(ctx, [
    {
      ...about,
      title: ctx.words('Call back: {number} called', { number }),
      kind: 'call-back',
      dueOn: ctx.today,
      owner: call.owner,
      origin: `missed ${call.id}`,
    },
  ])
}
