/** Messaging: text messages, chat and fax to and from customers, by the gateways of providers. */
import { defineModule } from '#kernel/module.ts'
import { nameSender } from './assign.action.ts'
import { checkGateway } from './check-gateway.ts'
import { followFailedMail, followSentMail } from './follow-mail.ts'
import { Message } from './message.entity.ts'
import { MessageGateway } from './message-gateway.entity.ts'
import { outcomes } from './outcome.action.ts'
import { receiveMessage } from './received.action.ts'
import { reply, sendAgain } from './reply.action.ts'
import { reportDelivery } from './report-delivery.action.ts'
import { faxContact, faxCustomer } from './send-fax.action.ts'
import { messageContact, messageCustomer, messageLead } from './send-message.action.ts'
import { sendMessage } from './send-message.job.ts'
import { setSecret } from './set-secret.action.ts'

export { nameSender } from './assign.action.ts'
export { Message } from './message.entity.ts'
export { MessageGateway } from './message-gateway.entity.ts'
export { receiveMessage } from './received.action.ts'
export { reply, sendAgain } from './reply.action.ts'
export { reportDelivery } from './report-delivery.action.ts'
export { faxContact, faxCustomer } from './send-fax.action.ts'
export { messageContact, messageCustomer, messageLead } from './send-message.action.ts'
export { sendMessage } from './send-message.job.ts'
export { setSecret } from './set-secret.action.ts'

export default defineModule({
  name: 'messaging',
  label: 'Messaging',
  needs: ['people', 'customers', 'contacts', 'leads', 'telephony'],
  capabilities: [81, 82, 83],
  entities: [MessageGateway, Message],
  actions: [
    messageCustomer,
    messageContact,
    messageLead,
    reply,
    sendAgain,
    nameSender,
    faxCustomer,
    faxContact,
    receiveMessage,
    reportDelivery,
    setSecret,
    ...outcomes,
  ],
  jobs: [sendMessage],
  menu: [
    { group: 'Customers', open: 'message' },
    { group: 'Rules', open: 'message-gateway' },
  ],
  on: {
    'message-gateway.create': checkGateway,
    'message-gateway.update': checkGateway,
    'mail.sent': followSentMail,
    'mail.failed': followFailedMail,
  },
  messages: {
    'message-gateway.no-address': 'Enter the address that takes the messages.',
    'message-gateway.no-domain': 'Enter the domain of the fax gateway, such as fax.example.com.',
    'message-gateway.plain':
      'Messages go out by https alone, so that nobody on the way reads them. Only within your ' +
      'own network http will do.',
    'message.no-gateway':
      'No gateway for messages is set up. An administrator adds one under Message gateways.',
    'message.no-fax-gateway':
      'No gateway for faxes is set up. An administrator adds one under Message gateways, with ' +
      'the channel Fax.',
    'message.which-gateway': 'There are several gateways. Choose by which one it goes.',
    'message.other-gateway': 'This gateway is switched off, or not for messages of this kind.',
    'message.no-secret':
      'The secret of “{gateway}” is not entered yet. An administrator enters it on its page.',
    'message.unknown-gateway': 'No gateway has the key “{key}”.',
    'message.no-number':
      '{name} has no number or chat name that “{gateway}” could reach. Enter one first.',
    'message.no-fax-number': 'There is no fax number of {name}. Enter it with the customer first.',
    'message.refuses-texts': '{name} wants no text messages. It stands under “Does not want”.',
    'message.refuses-chats': '{name} wants no chat messages. It stands under “Does not want”.',
    'message.refuses-faxes': '{name} wants no faxes. It stands under “Does not want”.',
    'message.empty-fax': 'Write a text or add a file: there is nothing to fax.',
    'message.with-nobody': 'Say which customer or which lead it is.',
    'message.never-sent': 'No message was sent by this gateway as “{id}”.',
    'notice.message-came': 'Message from {number}: {record}',
    'notice.message-failed': 'Your message to {number} failed: {record}',
  },
})
