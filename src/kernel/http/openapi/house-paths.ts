/** What can be asked of the house as a whole: search, files, views, operations, settings. */
import { idParameter, needed, operation, place, query, writing, type Paths } from './operation.ts'
import { administratorSchemas } from './settings-schemas.ts'
import { systemPaths } from './system-paths.ts'
import { answer, anything, list, map, object, oneOf, orNull, text, uuid, yesNo } from './schema.ts'
import { tiles } from './session-paths.ts'

const viewFields = {
  where: map(anything),
  sort: orNull(text),
  columns: orNull(list(text)),
  shape: orNull(oneOf('table', 'board', 'calendar', 'gallery', 'map')),
  group: orNull(text),
  days: orNull(text),
  span: orNull(oneOf('month', 'week', 'day')),
  shared: yesNo,
}
const newView = object({ entity: text, name: text }, viewFields)
const changedView = object({}, { name: text, ...viewFields })

const views: Paths = {
  '/api/views': {
    get: operation({
      summary: 'Saved views of a list',
      parameters: [needed(query('entity', 'Whose list'))],
      answer: object({ views: list(answer('view')) }),
    }),
    post: operation({
      summary: 'New saved view',
      parameters: writing,
      body: newView,
      answer: answer('view'),
      status: '201',
    }),
  },
  '/api/views/{id}': {
    patch: operation({
      summary: 'Change a saved view',
      parameters: [idParameter, ...writing],
      body: changedView,
      answer: answer('view'),
    }),
    delete: operation({
      summary: 'Delete a saved view',
      parameters: [idParameter, ...writing],
      answer: object({}),
    }),
  },
}

const upload = object(
  { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
  { entity: text, record: text },
)

const files: Paths = {
  '/api/files': {
    post: operation({
      summary: 'Bring a file, for a record or for one that is not saved yet',
      parameters: writing,
      body: upload,
      takes: 'multipart/form-data',
      answer: answer('file'),
      status: '201',
    }),
  },
  '/api/files/{id}': {
    get: operation({ summary: 'A file', parameters: [idParameter], gives: '*/*' }),
  },
  '/api/files/{id}/thumb': {
    get: operation({ summary: 'A picture', parameters: [idParameter], gives: 'image/*' }),
  },
  '/api/files/{id}/text': {
    get: operation({
      summary: 'The words of an Office document',
      parameters: [idParameter],
      gives: 'text/plain',
    }),
  },
}

const operations: Paths = {
  '/api/operation': {
    get: operation({
      summary: 'What can be undone as a whole: imports, merges, bulk changes, deletes',
      answer: answer('operations'),
    }),
  },
  '/api/operation/{id}/undo': {
    post: operation({
      summary: 'Undo an operation',
      parameters: [idParameter, ...writing],
      answer: answer('undo'),
    }),
  },
}

/** What everybody may ask. */
export const housePaths: Paths = {
  '/api/meta': {
    get: operation({ summary: 'The house as you may see it', answer: { type: 'object' } }),
  },
  '/api/meta/counts': {
    get: operation({
      summary: 'How many records wait in the lists of the menu',
      answer: answer('counts'),
    }),
  },
  '/api/meta/sounds': {
    get: operation({
      summary: 'How short labels of your language sound: label → pinyin and initials',
      answer: map(text),
    }),
  },
  '/api/search': {
    get: operation({
      summary: 'Find anything by name, pinyin, number or phone',
      parameters: [needed(query('q', 'What is typed'))],
      answer: answer('search'),
    }),
  },
  '/api/events': {
    get: operation({
      summary: 'Changes by colleagues as they happen: events `change`',
      gives: 'text/event-stream',
    }),
  },
  '/api/company': {
    get: operation({ summary: 'The company', answer: answer('company') }),
  },
  '/api/openapi.json': {
    get: operation({ summary: 'This description', answer: { type: 'object' } }),
  },
  '/api/docs': {
    get: operation({ summary: 'This description for people', gives: 'text/html' }),
  },
  ...views,
  ...files,
  ...operations,
}

/** What administrators may ask besides. */
export const administratorPaths: Paths = {
  '/api/company': {
    patch: operation({
      summary: 'Change the company',
      parameters: writing,
      body: administratorSchemas.companyChange,
      answer: answer('company'),
    }),
  },
  '/api/rights': {
    get: operation({ summary: 'What each role may do', answer: administratorSchemas.rights }),
  },
  '/api/rights/as': {
    get: operation({
      summary: 'What a person, or somebody new in a role, sees and may do',
      parameters: [query('user', 'Id of the person'), query('role', 'Id of the role')],
      answer: administratorSchemas.viewed,
    }),
  },
  '/api/rights/home': {
    get: operation({
      summary: 'The tiles that the people of a role begin with',
      parameters: [needed(query('role', 'Id of the role'))],
      answer: object({ tiles }),
    }),
    patch: operation({
      summary: 'Lay out the home page of a role; no tiles for the usual page',
      body: object({ role: uuid, tiles }),
      answer: object({ tiles }),
    }),
  },
  '/api/audit': {
    get: operation({
      summary: 'Who did what, newest first',
      parameters: ['record', 'by', 'entity', 'action', 'from', 'until', 'before'].map((name) =>
        query(name, name === 'before' ? 'The last entry shown' : `Only this ${name}`),
      ),
      answer: answer('audit'),
    }),
  },
  ...systemPaths,
}

const stopPlaces = [place('tenant'), place('id'), place('key')]

/** For machines that watch over the program, and for mail programs. */
export const operatorPaths: Paths = {
  '/api/report-mails/{tenant}/{id}/{key}': {
    get: operation({
      summary: 'Asks whether a report by mail is no longer wanted',
      parameters: stopPlaces,
      gives: 'text/html',
      open: true,
    }),
    post: operation({
      summary: 'Ends a report by mail (RFC 8058)',
      parameters: stopPlaces,
      gives: 'text/html',
      open: true,
    }),
  },
  '/api/calendar-feed/{tenant}/{key}': {
    get: operation({
      summary: 'What somebody has to do, for a calendar program (RFC 5545)',
      parameters: [place('tenant'), place('key')],
      gives: 'text/calendar',
      open: true,
    }),
  },
  '/form/{tenant}/{key}': {
    get: operation({
      summary: 'The page of a form that visitors fill in',
      parameters: [place('tenant'), place('key')],
      gives: 'text/html',
      open: true,
    }),
    post: operation({
      summary: 'What a visitor wrote into a form; the same `once` twice is taken once',
      parameters: [place('tenant'), place('key')],
      takes: 'application/x-www-form-urlencoded',
      body: { type: 'object', additionalProperties: { type: 'string' } },
      gives: 'text/html',
      open: true,
    }),
  },
  '/track/{tenant}/{key}': {
    get: operation({
      summary: 'The page on which a customer sees where goods are that are on their way',
      parameters: [place('tenant'), place('key')],
      gives: 'text/html',
      open: true,
    }),
  },
  '/healthz': { get: operation({ summary: 'It runs', answer: answer('done'), open: true }) },
  '/readyz': { get: operation({ summary: 'It can work', answer: answer('done'), open: true }) },
  '/metrics': {
    get: operation({ summary: 'Figures for Prometheus', gives: 'text/plain', open: true }),
  },
}
