/** An article 知識文章: a solution, an answer or a paper that colleagues find and use again. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

/** What is published is read by all, or by those of its department. */
const published = {
  status: 'published',
  any: [{ department: { empty: true } }, { department: 'my-department' }],
} as const

const mine = { owner: 'me' } as const

/** Who answers for what the whole company reads. */
export const editors = {
  service: mine,
  'sales-lead': 'all',
  marketer: mine,
  manager: 'all',
} as const

export const Article = defineEntity('article', {
  label: { one: 'Article', many: 'Knowledge base' },
  purpose:
    'Solutions, answers and papers that everybody uses again: written once, published, and found ' +
    'by any word in them.',
  title: 'name',
  subtitle: ['kind', 'owner'],
  icon: 'book',
  fields: {
    name: f.text({ required: true, search: true, maxLength: 200, label: 'Title' }),
    kind: f.choice(
      [
        { value: 'solution', label: 'Solution', tone: 'green' },
        { value: 'answer', label: 'Question and answer', tone: 'blue' },
        { value: 'goods', label: 'About goods', tone: 'brand' },
        { value: 'guide', label: 'How it is done', tone: 'ochre' },
        { value: 'paper', label: 'Background paper', tone: 'grey' },
      ],
      { required: true, default: 'solution', ownChoices: 'more' },
    ),
    body: f.richText({ required: true, search: true, label: 'Text' }),
    product: f.ref('product', { label: 'About the product', search: true }),
    tags: f.tags({ search: true }),
    owner: f.person({ required: true, default: 'me', label: 'Author', related: false }),
    department: f.ref('department', {
      related: false,
      label: 'Only for the department',
      help: 'Empty: for everybody.',
    }),
    reviewOn: f.date({ label: 'To be read over on', help: 'So that it stays true.' }),
    /** The day for which the author was asked last. */
    readOverAsked: f.derived(f.date({ label: 'Asked to read it over on' })),
    publishedAt: f.derived(f.instant({ label: 'Published at' })),
    publishedBy: f.derived(f.person({ label: 'Published by', related: false })),
    status: f.state([
      { value: 'draft', label: 'Draft', tone: 'grey' },
      { value: 'published', label: 'Published', tone: 'green' },
      { value: 'withdrawn', label: 'Withdrawn', tone: 'red' },
    ]),
  },
  access: {
    read: { everyone: { any: [mine, published] }, 'sales-lead': 'all', manager: 'all' },
    create: ['everyone'],
    update: { everyone: mine, 'sales-lead': 'all', manager: 'all' },
    delete: { everyone: { ...mine, status: 'draft' }, manager: 'all' },
    export: ['manager'],
    import: ['manager'],
  },
  steps: ['draft', 'published'],
  list: {
    columns: ['name', 'kind', 'product', 'tags', 'owner', 'publishedAt', 'status'],
    sort: '-publishedAt',
    tabs: {
      Published: { status: 'published' },
      Drafts: { status: 'draft' },
      Mine: mine,
      'To read over': { status: 'published', reviewOn: { within: 'until-today' } },
      All: {},
    },
  },
  form: [
    'name',
    ['kind', 'product'],
    'body',
    ['owner', 'department', 'reviewOn'],
    'tags',
    ['publishedBy', 'publishedAt'],
  ],
  indexes: [
    ['status', '-publishedAt', '-id'],
    ['owner', '-publishedAt', '-id'],
    ['product', 'id'],
  ],
})
export interface Article extends Row<typeof Article> {}
