/** A visit: whom one goes to see on which day, when one was there, and what came of it. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

export const visitors = {
  sales: { owner: 'me' },
  'sales-lead': { owner: 'my-team' },
  service: { owner: 'me' },
} as const

export const Visit = defineEntity('visit', {
  label: { one: 'Visit', many: 'Visits' },
  purpose:
    'Whom you go to see, day by day. Check in when you are there, and write down what came of it.',
  begins: 'customer',
  title: 'purpose',
  subtitle: ['customer', 'plannedOn'],
  icon: 'map-pin',
  fields: {
    customer: f.ref('customer', { required: true, search: true, fills: { place: 'address' } }),
    contact: f.ref('contact'),
    purpose: f.text({ required: true, search: true, maxLength: 200, label: 'What for' }),
    plannedOn: f.date({ required: true, default: 'today', label: 'Planned for' }),
    owner: f.person({ default: 'me', required: true, label: 'Who goes' }),
    place: f.address({ label: 'Place of the visit' }),
    turn: f.derived(f.integer({ label: 'Turn of the day' })),
    way: f.derived(f.integer({ label: 'Way to it in metres' })),
    checkedInAt: f.derived(f.instant({ label: 'Arrived' })),
    checkedInPlace: f.derived(f.address({ label: 'Where one was' })),
    apart: f.derived(f.integer({ label: 'Metres off the address' })),
    picture: f.picture({ label: 'Photo' }),
    checkedOutAt: f.derived(f.instant({ label: 'Gone again' })),
    interaction: f.derived(f.ref('interaction', { related: false })),
    note: f.longText(),
    status: f.state([
      { value: 'planned', label: 'Planned', tone: 'blue' },
      { value: 'there', label: 'There', tone: 'ochre' },
      { value: 'done', label: 'Visited', tone: 'green' },
      { value: 'cancelled', label: 'Cancelled', tone: 'grey' },
    ]),
  },
  access: {
    read: { ...visitors, manager: 'all' },
    inherit: 'customer',
    create: ['sales', 'sales-lead', 'service'],
    update: visitors,
    delete: visitors,
    export: ['sales-lead', 'manager'],
    import: ['sales-lead', 'manager'],
  },
  locked: { when: { status: ['done', 'cancelled'] }, except: ['note', 'picture'] },
  steps: ['planned', 'there', 'done'],
  putOnDays: { entity: 'customer', action: 'plan-visit' },
  list: {
    columns: ['plannedOn', 'turn', 'customer', 'purpose', 'owner', 'way', 'status'],
    sort: '-plannedOn',
    tabs: {
      Mine: { owner: 'me' },
      Today: { owner: 'me', plannedOn: { within: 'today' } },
      Missed: { status: ['planned', 'there'], plannedOn: { within: 'over-1-days-ago' } },
      All: {},
    },
  },
  form: [
    ['customer', 'contact'],
    ['purpose', 'plannedOn', 'owner'],
    'place',
    {
      title: 'On the spot',
      rows: [
        ['checkedInAt', 'checkedOutAt', 'apart'],
        ['checkedInPlace', 'interaction'],
        'picture',
      ],
    },
    'note',
  ],
  indexes: [
    ['owner', '-plannedOn', '-id'],
    ['status', '-plannedOn', '-id'],
    ['customer', '-plannedOn', 'id'],
  ],
})
export interface Visit extends Row<typeof Visit> {}
