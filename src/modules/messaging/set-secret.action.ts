/** The secret that was agreed with a provider is kept sealed: it signs, and is shown to nobody. */
import { defineAction } from '#kernel/action/action.ts'
import { f } from '#kernel/field/f.ts'
import { MessageGateway } from './message-gateway.entity.ts'

export const setSecret = defineAction(MessageGateway, {
  name: 'set-secret',
  label: 'Enter the secret',
  // Administrators alone.
  allow: [],
  tone: 'primary',
  when: { channel: ['sms', 'line', 'wechat', 'whatsapp', 'chat'] },
  input: {
    secret: f.text({
      required: true,
      maxLength: 500,
      label: 'Secret',
      help: 'Agreed with the provider. It is never shown again.',
    }),
  },
  async run(ctx, { id }, { secret }) {
    const sealedSecret = ctx.seal(secretOf(ctx.tenant, id), secret)
    await ctx.save(MessageGateway, id, { sealedSecret, hasSecret: true })
  },
})

/** For another gateway, or another company, the sealed secret does not open. */
export function secretOf(tenant: string, gateway: string): string {
  return `message-gateway ${tenant} ${gateway}`
}
