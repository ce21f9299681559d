/** Messages of the demo company: what customers wrote of late, and what was answered. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { Interaction } from '#modules/contacts/index.ts'
import { Contact, Customer } from '#modules/customers/index.ts'
import { Message, MessageGateway } from '#modules/messaging/index.ts'

/** Nothing leaves by it: it has no secret, and is switched off. */
const gateway = {
  name: 'LINE 官方帳號',
  key: 'line',
  channel: 'line',
  sendTo: 'https://provider.example/send',
  active: false,
} as const

const talk = [
  { direction: 'in', text: '請問上次那批軸承還有現貨嗎？', status: 'received' },
  { direction: 'out', text: '有的，今天下單明天可以出貨。', status: 'delivered' },
  { direction: 'in', text: '好，麻煩先報 200 個的價格。', status: 'received' },
  { direction: 'out', text: '報價單已寄到您的信箱，請查收。', status: 'sent' },
] as const

const hourMs = 3_600_000

/** @param people ids of the users by e-mail */
export async function loadMessages(ctx: Ctx, people: ReadonlyMap<string, string>): Promise<void> {
  const colleague = people.get('sales@demo.local') ?? ''
  const lead = people.get('lead@demo.local') ?? ''
  const own = await ctx.list(Customer, { owner: colleague }, { sort: 'number' })
  const among = { isPrimary: true, customer: own.map(({ id }) => id) }
  const [contact] = await ctx.list(Contact, among, { sort: 'name', limit: 1 })
  if (!colleague || !lead || !contact) return
  const { id } = await ctx.create(MessageGateway, { ...gateway, answeredBy: lead })
  const whom = { customer: contact.customer, contact: contact.id }
  const number = contact.chat ?? 'line-0917'
  for (const [index, { direction, text, status }] of talk.entries()) {
    const hours = (talk.length - index) * 5
    const happenedAt = new Date(ctx.now.getTime() - hours * hourMs).toISOString()
    const said = { ...whom, direction, happenedAt }
    const record = { ...said, kind: 'chat', owner: colleague, summary: text } as const
    const { id: interaction } = await ctx.create(Interaction, record)
    await ctx.create(Message, {
      ...said,
      gateway: id,
      number,
      text,
      status,
      colleague,
      interaction,
    })
  }
  await ctx.create(Message, {
    gateway: id,
    direction: 'in',
    number: 'U8f2c61',
    text: '在展覽看到貴公司的產品，想了解代理條件。',
    colleague: lead,
    happenedAt: new Date(ctx.now.getTime() - hourMs).toISOString(),
    status: 'received',
  })
}
