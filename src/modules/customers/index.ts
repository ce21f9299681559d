/** Customers: the asset, its people and its addresses. */
import { defineModule } from '#kernel/module.ts'
import { CustomerAddress } from './customer-address.entity.ts'
import { Contact } from './contact.entity.ts'
import { Customer } from './customer.entity.ts'

export { namedCustomer } from './named-customer.ts'
export { CustomerAddress } from './customer-address.entity.ts'
export { Contact } from './contact.entity.ts'
export { Customer } from './customer.entity.ts'

export default defineModule({
  name: 'customers',
  label: 'Customers',
  needs: ['people'],
  capabilities: [30, 142, 143, 146, 147, 279],
  entities: [Customer, Contact, CustomerAddress],
  menu: [
    { group: 'Customers', open: 'customer' },
    { group: 'Customers', open: 'contact' },
  ],
})
