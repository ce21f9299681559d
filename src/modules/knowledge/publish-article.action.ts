/** An article is given to all who may read it, or taken back. */
import { defineAction } from '#kernel/action/action.ts'
import { Article, editors } from './article.entity.ts'

export const publishArticle = defineAction(Article, {
  name: 'publish',
  label: 'Publish',
  from: ['draft', 'withdrawn'],
  to: 'published',
  allow: editors,
  tone: 'primary',
  run: (ctx, { id }) =>
    ctx.save(Article, id, { publishedAt: ctx.now.toISOString(), publishedBy: ctx.me }),
})

export const withdrawArticle = defineAction(Article, {
  name: 'withdraw',
  label: 'Withdraw the article',
  from: 'published',
  to: 'withdrawn',
  allow: editors,
  reason: true,
  tone: 'quiet',
  run: async () => undefined,
})
