/** People without the rules a business has for them, so that the kernel is tested alone. */
import { Department, Role, RoleGrant, Share, User } from '../access/user.entity.ts'
import { defineModule } from '../module.ts'

export const people = defineModule({
  name: 'people',
  label: 'People',
  entities: [Department, User, Role, RoleGrant, Share],
})
