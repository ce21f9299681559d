/** By which gateway a message goes: the one that was chosen, or the only one there is. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { MessageGateway } from './message-gateway.entity.ts'

type Kind = 'message' | 'fax'

const kinds = {
  message: ['sms', 'line', 'wechat', 'whatsapp', 'chat'],
  fax: ['fax'],
} as const

/** @throws {Refusal} `message.no-gateway`, `message.which-gateway`, `message.other-gateway` */
export async function gatewayFor(
  ctx: Ctx,
  kind: Kind,
  chosen: string | null,
): Promise<MessageGateway> {
  const fitting = { channel: kinds[kind], active: true }
  const found = await ctx.list(MessageGateway, fitting, { sort: 'name' })
  if (found.length === 0) fail(kind === 'fax' ? 'message.no-fax-gateway' : 'message.no-gateway')
  if (chosen === null && found.length > 1) fail('message.which-gateway', {}, { field: 'gateway' })
  const gateway = chosen === null ? found[0] : found.find(({ id }) => id === chosen)
  if (!gateway) return fail('message.other-gateway', {}, { field: 'gateway' })
  if (kind === 'message' && !gateway.hasSecret)
    fail('message.no-secret', { gateway: gateway.name }, { field: 'gateway' })
  return gateway
}

/** As providers name it. @throws {Refusal} `message.unknown-gateway` */
export async function gatewayByKey(ctx: Ctx, key: string): Promise<MessageGateway> {
  const gateway = await ctx.first(MessageGateway, { key })
  return gateway ?? fail('message.unknown-gateway', { key }, { field: 'gateway' })
}
