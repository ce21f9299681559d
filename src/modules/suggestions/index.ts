/** Suggestions: what people say upward, and what they are answered. */
import { defineModule } from '#kernel/module.ts'
import {
  acceptSuggestion,
  answerSuggestion,
  declineSuggestion,
} from './answer-suggestion.action.ts'
import { redirectSuggestion, sendSuggestion } from './send-suggestion.ts'
import { Suggestion } from './suggestion.entity.ts'

export {
  acceptSuggestion,
  answerSuggestion,
  declineSuggestion,
} from './answer-suggestion.action.ts'
export { Suggestion } from './suggestion.entity.ts'

export default defineModule({
  name: 'suggestions',
  label: 'Suggestions',
  needs: ['people'],
  capabilities: [170],
  entities: [Suggestion],
  actions: [acceptSuggestion, answerSuggestion, declineSuggestion],
  menu: [{ group: 'Team', open: 'suggestion' }],
  on: { 'suggestion.create': sendSuggestion, 'suggestion.update': redirectSuggestion },
  messages: {
    'suggestion.of-another': 'A suggestion is made in one’s own name.',
    'suggestion.to-one': 'Say it to one person or to one department.',
    'suggestion.to-oneself': 'Say it to somebody else.',
    'suggestion.to-nobody': 'You have no superior here. Choose to whom you say it.',
  },
})
