/** A gateway says where its messages go, and says it so that nobody else can read them. */
import { isIP } from 'node:net'
import type { Ctx } from '#kernel/action/ctx.ts'
import { fail } from '#kernel/base/fail.ts'
import { isInner } from '#kernel/mail/account/reachable.ts'
import { MessageGateway } from './message-gateway.entity.ts'

type Facts = Record<string, unknown>

export async function checkGateway(ctx: Ctx, facts: Facts): Promise<void> {
  const row = facts.row as MessageGateway
  const before = facts.before as MessageGateway | undefined
  const { channel, sendTo, faxDomain } = row
  if (channel === 'fax' && faxDomain === null)
    fail('message-gateway.no-domain', {}, { field: 'faxDomain' })
  if (channel !== 'fax' && sendTo === null)
    fail('message-gateway.no-address', {}, { field: 'sendTo' })
  if (sendTo !== null) refusePlain(new URL(sendTo))
  if (before && originOf(before.sendTo) !== originOf(sendTo)) await forgetSecret(ctx, row)
}

/** Names of the own network have no dot; whether an address is of it shows when it is asked. */
function refusePlain({ protocol, hostname }: URL): void {
  const literal = hostname.replaceAll(/[[\]]/gu, '')
  const isNear = isIP(literal) ? isInner(literal) : !hostname.includes('.')
  if (protocol === 'http:' && !isNear) fail('message-gateway.plain', {}, { field: 'sendTo' })
}

function originOf(url: string | null): string | null {
  return url === null ? null : new URL(url).origin
}

/** What was agreed with one provider is not told to another. */
async function forgetSecret(ctx: Ctx, { id, hasSecret }: MessageGateway): Promise<void> {
  if (hasSecret) await ctx.save(MessageGateway, id, { hasSecret: false, sealedSecret: null })
}
