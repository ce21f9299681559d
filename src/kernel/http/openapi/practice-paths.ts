/** A company to try things in, for administrators who signed in. */
import { operation, type Paths } from './operation.ts'
import { answer, object, oneOf, whole } from './schema.ts'

const own = { inPerson: true } as const

const practice = object({
  state: oneOf('none', 'waiting', 'filling', 'ready', 'failed'),
  done: whole,
  of: whole,
})

export const practicePaths: Paths = {
  '/api/practice': {
    get: operation({
      summary: 'The practice company, and how far it is',
      answer: practice,
      ...own,
    }),
    post: operation({
      summary: 'Make a practice company; it is filled in the background',
      answer: answer('done'),
      status: '201',
      ...own,
    }),
    delete: operation({
      summary: 'Throw the practice company away for good',
      answer: answer('done'),
      ...own,
    }),
  },
  '/api/practice/enter': {
    post: operation({ summary: 'Go into the practice company', answer: answer('done'), ...own }),
  },
  '/api/practice/leave': {
    post: operation({ summary: 'Go back to the own company', answer: answer('done'), ...own }),
  },
}
