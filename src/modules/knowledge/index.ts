/** Knowledge base: what the company knows, kept as articles that everybody finds. */
import { defineModule } from '#kernel/module.ts'
import { Article } from './article.entity.ts'
import { publishArticle, withdrawArticle } from './publish-article.action.ts'
import { reviewArticles } from './review.job.ts'

export { Article } from './article.entity.ts'
export { publishArticle, withdrawArticle } from './publish-article.action.ts'
export { reviewArticles } from './review.job.ts'

export default defineModule({
  name: 'knowledge',
  label: 'Knowledge base',
  needs: ['people', 'products'],
  capabilities: [130, 163],
  entities: [Article],
  actions: [publishArticle, withdrawArticle],
  jobs: [reviewArticles],
  menu: [{ group: 'Team', open: 'article' }],
  messages: {
    'article.read-over': 'This article is to be read over: is it still true?',
  },
})
