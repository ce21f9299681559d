/** A message gateway 訊息閘道: by whom the house's text messages, chats or faxes go out and come in. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

export const messageChannels = [
  { value: 'sms', label: 'SMS' },
  { value: 'line', label: 'LINE' },
  { value: 'wechat', label: 'WeChat' },
  { value: 'whatsapp', label: 'WhatsApp' },
  { value: 'chat', label: 'Other chat' },
  { value: 'fax', label: 'Fax' },
] as const

const toProviders = ['sms', 'line', 'wechat', 'whatsapp', 'chat']

export const MessageGateway = defineEntity('message-gateway', {
  label: { one: 'Message gateway', many: 'Message gateways' },
  purpose:
    'The providers of text messages, chat and fax. Each gets what is written to customers, and ' +
    'tells what they answer.',
  title: 'name',
  subtitle: ['channel'],
  icon: 'message',
  isSetting: true,
  fields: {
    name: f.text({ required: true, unique: true, maxLength: 60 }),
    key: f.text({
      required: true,
      unique: true,
      maxLength: 60,
      label: 'Key of the gateway',
      help: 'The provider names it so when it tells of messages.',
    }),
    channel: f.choice(messageChannels, { required: true, default: 'sms' }),
    sendTo: f.url({
      label: 'Messages go to',
      help: 'Takes each message as signed JSON, as docs/messaging.md says.',
      when: { channel: toProviders },
      seenBy: [],
      changedBy: [],
    }),
    faxDomain: f.text({
      maxLength: 200,
      label: 'Domain for faxes',
      help: 'With fax.example.com a fax goes by mail to 886227128801@fax.example.com.',
      when: { channel: ['fax'] },
      pattern: '^(?=.{4,200}$)[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$',
    }),
    answeredBy: f.person({
      required: true,
      default: 'me',
      label: 'Unknown senders go to',
      help: 'Whoever is told of messages from people that no customer or lead is known by.',
    }),
    active: f.boolean({ default: true }),
    hasSecret: f.derived(f.boolean({ label: 'Secret is entered' })),
    sealedSecret: f.derived(f.text({ secret: true, maxLength: 2000 })),
  },
  access: { read: ['everyone'], create: [], update: [], delete: [] },
  list: { columns: ['name', 'key', 'channel', 'answeredBy', 'hasSecret', 'active'], sort: 'name' },
  form: [['name', 'key'], ['channel', 'active'], 'sendTo', 'faxDomain', 'answeredBy', 'hasSecret'],
})
export interface MessageGateway extends Row<typeof MessageGateway> {}
