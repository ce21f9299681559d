/** Contacts: each word with a customer, what came of it, and whom to speak with next. */
import { defineModule } from '#kernel/module.ts'
import { CareRule } from './care-rule.entity.ts'
import { careJob } from './care.job.ts'
import { Cadence } from './cadence.entity.ts'
import { Interaction } from './interaction.entity.ts'
import { dropContact, keepContact, mergeContacts } from './keep-contact.ts'
import { refreshCadencesJob } from './refresh-cadences.job.ts'
import { reviewInteraction } from './review-interaction.action.ts'

export { CareRule } from './care-rule.entity.ts'
export { seedCareRules } from './default-care-rules.ts'
export { careJob } from './care.job.ts'
export { Cadence } from './cadence.entity.ts'
export {
  Interaction,
  interactionKinds,
  interactionResults,
  ownInteractions,
} from './interaction.entity.ts'
export { refreshContacts } from './next-contact.ts'
export { refreshCadencesJob } from './refresh-cadences.job.ts'
export { reviewInteraction } from './review-interaction.action.ts'

export default defineModule({
  name: 'contacts',
  label: 'Follow-up',
  needs: ['customers', 'notes', 'tasks'],
  capabilities: [31, 36, 37, 92, 106, 156, 157, 254, 256, 259, 260, 269, 274, 275, 278],
  entities: [Interaction, Cadence, CareRule],
  actions: [reviewInteraction],
  jobs: [refreshCadencesJob, careJob],
  menu: [
    { group: 'Customers', open: 'interaction' },
    { group: 'Rules', open: 'cadence' },
    { group: 'Rules', open: 'care-rule' },
  ],
  on: {
    'interaction.create': keepContact,
    'interaction.update': keepContact,
    'interaction.delete': dropContact,
    'interaction.restore': dropContact,
    'customer.merge': mergeContacts,
    'customer.unmerge': mergeContacts,
  },
  messages: {
    'interaction.with-nobody': 'Say which customer or which lead it was.',
    'interaction.in-future': 'This has not happened yet. Plan it as a visit or a task instead.',
    'interaction.next-is-past': 'The next contact must not lie in the past.',
  },
})
