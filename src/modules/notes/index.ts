/** Notes: comments on any record, shown on its timeline. */
import { defineModule } from '#kernel/module.ts'
import { takeBack, tellComment, tellMentions } from './tell-comment.ts'
import { Comment } from './comment.entity.ts'

export { Comment } from './comment.entity.ts'

export default defineModule({
  name: 'notes',
  label: 'Notes',
  needs: ['people'],
  capabilities: [31],
  entities: [Comment],
  on: {
    'comment.create': tellComment,
    'comment.update': tellMentions,
    'comment.delete': takeBack,
  },
})
