/** Work on very many records, which goes on by itself: how far it is, stopping it. */
import { idParameter, operation, type Paths } from './operation.ts'
import { answer, instant, list, object, oneOf, orNull, text, uuid, whole } from './schema.ts'

const ofRun = { parameters: [idParameter] }
const figures = ['total', 'done', 'changed', 'refused']

/** What is answered where the work has only been begun. */
export const runBegun = orNull(object({ id: uuid, total: whole }))

export const runSchema = object({
  id: uuid,
  kind: oneOf('change', 'delete', 'action', 'undo', 'scan'),
  entity: text,
  status: oneOf('running', 'done', 'failed', 'cancelled'),
  ...Object.fromEntries(figures.map((figure) => [figure, whole])),
  fields: list(text),
  action: orNull(text),
  reasons: list(object({ message: text, count: whole })),
  named: list(object({ id: uuid, title: text, message: text })),
  startedAt: instant,
  changedAt: instant,
  fault: orNull(text),
  operation: orNull(uuid),
})

export const runPaths: Paths = {
  '/api/run': {
    get: operation({
      summary: 'Your work on very many records: what goes on and what ended within a day',
      answer: object({ runs: list(answer('run')) }),
    }),
  },
  '/api/run/{id}': {
    get: operation({ summary: 'How far it is', ...ofRun, answer: answer('run') }),
  },
  '/api/run/{id}/cancel': {
    post: operation({
      summary: 'Stop it behind what it is at; what is done stays and can be undone',
      ...ofRun,
      answer: object({ id: uuid }),
    }),
  },
}
