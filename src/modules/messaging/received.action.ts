/** A provider tells of a message that came in: it is put down with whoever sent it, once. */
import { defineCollectionAction } from '#kernel/action/action.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import { sql } from '#kernel/db/sql.ts'
import { f } from '#kernel/field/f.ts'
import { gatewayByKey } from './gateway-for.ts'
import { Message } from './message.entity.ts'
import type { MessageGateway } from './message-gateway.entity.ts'
import { carerOf, keptSender, whoseMessage } from './whose-message.ts'
import { putOnTimeline } from './write-message.ts'

/** What a provider says of each message. */
export const toldFields = {
  gateway: f.text({ required: true, maxLength: 60, label: 'Key of the gateway' }),
  message: f.text({
    required: true,
    maxLength: 200,
    label: 'Key of the message',
    help: 'As the provider names it.',
  }),
}

export const receiveMessage = defineCollectionAction(Message, {
  name: 'received',
  label: 'Message received',
  // A key of an administrator that is narrowed to this; see docs/messaging.md.
  allow: [],
  input: {
    ...toldFields,
    from: f.text({ required: true, maxLength: 200, label: 'Number or chat name' }),
    text: f.longText({ required: true, maxLength: 5000, label: 'Text' }),
    at: f.instant({ label: 'When', help: 'Empty: now.' }),
  },
  async run(ctx, told) {
    const gateway = await gatewayByKey(ctx, told.gateway)
    // News of one message that come at the same time wait for each other.
    const one = `${ctx.tenant} ${gateway.id} ${told.message}`
    await ctx.sql(sql`select pg_advisory_xact_lock(hashtext(${one}))`)
    const same = { gateway: gateway.id, externalId: told.message, direction: 'in' } as const
    const known = (await ctx.first(Message, same)) ?? (await takeIn(ctx, gateway, told))
    return { result: { id: known.id } }
  },
})

interface Told {
  message: string
  from: string
  text: string
  at: string | null
}

async function takeIn(ctx: Ctx, gateway: MessageGateway, told: Told): Promise<Message> {
  const number = keptSender(told.from, gateway, ctx.country)
  const whose = await whoseMessage(ctx, gateway, number)
  const colleague = (await carerOf(ctx, whose)) ?? gateway.answeredBy
  const draft = {
    ...whose,
    direction: 'in',
    text: told.text,
    colleague,
    happenedAt: notAfter(ctx.now, told.at),
  } as const
  const interaction = await putOnTimeline(ctx, gateway, draft)
  const message = await ctx.create(Message, {
    ...draft,
    gateway: gateway.id,
    number,
    interaction,
    externalId: told.message,
    status: 'received',
  })
  tellOf(ctx, message)
  return message
}

/** Clocks differ. */
function notAfter(now: Date, at: string | null): string {
  return at !== null && new Date(at) < now ? at : now.toISOString()
}

/** Of the contact record where there is one: it stands on the timeline. */
export function tellOf(ctx: Ctx, { id, interaction, colleague, number }: Message): void {
  const about =
    interaction === null
      ? { entity: 'message', record: id }
      : { entity: 'interaction', record: interaction }
  ctx.notify({
    ...about,
    cause: 'given',
    rule: 'notice.message-came',
    people: [colleague],
    fromOutside: true,
    facts: { number },
  })
}
