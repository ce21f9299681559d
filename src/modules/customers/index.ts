/** Customers: the asset, its people and its addresses. */
import { defineModule } from '#kernel/module.ts'
import { CustomerAddress } from './customer-address.entity.ts'
import { ContactRelative } from './contact-relative.entity.ts'
import { Contact } from './contact.entity.ts'
import { CustomerRelation } from './customer-relation.entity.ts'
import { Customer } from './customer.entity.ts'
import { shareCustomer } from './share-customer.action.ts'
import { changesHands } from './changes-hands.ts'

export { confirmMany } from './confirm-many.ts'
export { meantBy } from './meant-by.ts'
export { giveCustomer } from './give-customer.ts'
export { keepFacts, recountDeals, type FollowUpFacts } from './keep-facts.ts'
export { namedCustomer } from './named-customer.ts'
export { CustomerAddress } from './customer-address.entity.ts'
export { ContactRelative } from './contact-relative.entity.ts'
export { Contact } from './contact.entity.ts'
export { CustomerRelation } from './customer-relation.entity.ts'
export { Customer, customerStages } from './customer.entity.ts'
export { wishFields } from './person-fields.ts'
export { shareCustomer } from './share-customer.action.ts'
export { prospectSteps } from './follow-up-facts.ts'

export default defineModule({
  name: 'customers',
  label: 'Customers',
  needs: ['people'],
  capabilities: [30, 33, 85, 142, 143, 146, 147, 253, 276, 277, 279, 280, 281, 284],
  entities: [Customer, Contact, ContactRelative, CustomerAddress, CustomerRelation],
  actions: [shareCustomer],
  on: { 'customer.update': changesHands },
  messages: {
    'customer.confirm-count':
      'Tonight this would touch {count} of {all} customers. Enter {count} to confirm it.',
    'customer.shared-with-owner': 'The customer is with this colleague already.',
    'customer.share-over': 'This day is over.',
    'customer-relation.not-itself': 'A customer has no relation to itself.',
  },
  menu: [
    { group: 'Customers', open: 'customer' },
    { group: 'Customers', open: 'contact' },
  ],
})
