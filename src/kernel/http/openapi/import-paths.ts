/** Bringing data in from a file: upload, look, check, run, watch. */
import { idParameter, operation, type Paths } from './operation.ts'
import { anything, list, map, object, oneOf, orNull, text, uuid, whole, yesNo } from './schema.ts'

const upload = object(
  { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
  { entity: text },
)
const choice = object({}, { encoding: text, separator: text, sheet: text, headerRow: whole })
const plan = object(
  { mapping: map(orNull(text)) },
  {
    key: orNull(text),
    mode: oneOf('create', 'upsert', 'update'),
    createMissing: yesNo,
    likely: oneOf('take', 'leave'),
    except: list(whole),
  },
)
const look = object(
  {
    id: uuid,
    kind: text,
    header: list(anything),
    preview: list(anything),
    mapping: anything,
    fields: list(map(anything)),
    keys: list(text),
  },
  {
    encoding: text,
    encodingConfident: yesNo,
    separator: text,
    sheets: list(anything),
    sheet: text,
    headerRow: whole,
    last: object({ key: orNull(text), mode: text, createMissing: yesNo }),
  },
)
const outcomes = ['created', 'updated', 'unchanged', 'rejected', 'likely']
const figures = ['total', 'done', ...outcomes, 'unreadable']
const like = object({ id: uuid, title: text, score: whole, reasons: list(text) })
const likelyRow = object({ row: whole, like: orNull(like) }, { value: anything })
const problem = object({ row: whole, message: text }, { field: orNull(text), value: anything })
const state = object(
  {
    id: uuid,
    status: oneOf('new', 'checking', 'checked', 'running', 'done', 'failed', 'cancelled'),
    ...Object.fromEntries(figures.map((figure) => [figure, whole])),
    problems: list(problem),
    likelyRows: list(likelyRow),
    fileName: text,
    entity: text,
    plan: orNull(map(anything)),
  },
  { reason: text, operation: uuid },
)
const begun = object({ id: uuid, status: text })
const ofRun = { parameters: [idParameter] }

export const importPaths: Paths = {
  '/api/import': {
    post: operation({
      summary: 'Bring a file, or as JSON { entity, pasted } what was copied from a spreadsheet',
      body: upload,
      takes: 'multipart/form-data',
      answer: look,
    }),
  },
  '/api/import/{id}/look': {
    post: operation({ summary: 'Read it in another way', ...ofRun, body: choice, answer: look }),
  },
  '/api/import/{id}/check': {
    post: operation({ summary: 'Check every row', ...ofRun, body: plan, answer: begun }),
  },
  '/api/import/{id}/run': {
    post: operation({ summary: 'Bring the rows in', ...ofRun, body: plan, answer: begun }),
  },
  '/api/import/{id}/cancel': {
    post: operation({ summary: 'Stop it', ...ofRun, answer: object({ id: uuid }) }),
  },
  '/api/import/{id}': {
    get: operation({ summary: 'How far it is', ...ofRun, answer: state }),
  },
  '/api/import/{id}/errors.csv': {
    get: operation({ summary: 'The rejected rows', ...ofRun, gives: 'text/csv' }),
  },
}
