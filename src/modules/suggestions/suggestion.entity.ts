/** A suggestion 建議: what somebody thinks could be better, said upward, and the answer to it. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

/** To whom it is said: that person, or the people of that department; never oneself. */
export const asked = { any: [{ to: 'me' }, { department: 'my-department' }] } as const
export const ofAnother = { not: { owner: 'me' } } as const

/** What is said to a department is read by those who oversee the company as well. */
const overseen = { department: { empty: false } } as const

export const answerers = { everyone: asked, manager: 'all' } as const

export const Suggestion = defineEntity('suggestion', {
  label: { one: 'Suggestion', many: 'Suggestions' },
  purpose:
    'What could be better: said to your superior or to a department, and answered. Nobody else ' +
    'reads it.',
  title: 'name',
  subtitle: ['owner', 'kind'],
  icon: 'bulb',
  fields: {
    name: f.text({ required: true, search: true, maxLength: 200, label: 'In a few words' }),
    kind: f.choice(
      [
        { value: 'customer', label: 'Customers and service', tone: 'blue' },
        { value: 'goods', label: 'Goods and prices', tone: 'green' },
        { value: 'process', label: 'How we work', tone: 'brand' },
        { value: 'cost', label: 'Costs', tone: 'ochre' },
        { value: 'people', label: 'Working conditions', tone: 'red' },
        { value: 'other', label: 'Other', tone: 'grey' },
      ],
      { required: true, default: 'process', ownChoices: 'more' },
    ),
    text: f.longText({ required: true, search: true, maxLength: 10_000, label: 'Suggestion' }),
    owner: f.person({ required: true, default: 'me', label: 'From whom it comes' }),
    to: f.person({
      related: false,
      label: 'To a person',
      help: 'Empty, and no department: your superior.',
    }),
    department: f.ref('department', { related: false, label: 'To a department' }),
    answer: f.derived(f.longText({ label: 'Answer' })),
    answeredAt: f.derived(f.instant({ label: 'Answered at' })),
    answeredBy: f.derived(f.person({ label: 'Answered by', related: false })),
    status: f.state([
      { value: 'new', label: 'Awaiting an answer', tone: 'blue' },
      { value: 'answered', label: 'Answered in words', tone: 'ochre' },
      { value: 'accepted', label: 'Taken up', tone: 'green' },
      { value: 'declined', label: 'Not taken up', tone: 'grey' },
    ]),
  },
  access: {
    read: {
      everyone: {
        any: [{ owner: 'me' }, { to: 'my-team' }, { department: 'my-department' }],
      },
      manager: overseen,
    },
    create: ['everyone'],
    update: { everyone: { owner: 'me' } },
    delete: { everyone: { owner: 'me', status: 'new' } },
    export: ['manager'],
  },
  locked: { when: { status: ['answered', 'accepted', 'declined'] } },
  list: {
    columns: ['name', 'kind', 'owner', 'to', 'department', 'status', 'createdAt'],
    sort: '-createdAt',
    tabs: {
      'To answer': { status: 'new', ...asked, ...ofAnother },
      Mine: { owner: 'me' },
      All: {},
    },
  },
  form: [
    'name',
    ['kind', 'owner'],
    'text',
    ['to', 'department'],
    'answer',
    ['answeredBy', 'answeredAt'],
  ],
  indexes: [
    ['owner', '-createdAt', '-id'],
    ['status', '-createdAt', '-id'],
    ['-createdAt', '-id'],
  ],
})
export interface Suggestion extends Row<typeof Suggestion> {}
