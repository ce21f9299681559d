/** People: who works here, in which department, with which roles and rights. */
import { Department, Role, RoleGrant, Share, User } from '#kernel/access/user.entity.ts'
import { defineModule } from '#kernel/module.ts'

export { Department, Role, RoleGrant, Share, User } from '#kernel/access/user.entity.ts'

export default defineModule({
  name: 'people',
  label: 'People',
  entities: [Department, User, Role, RoleGrant, Share],
  menu: [],
})
