/** Two records that may mean the same, and what people said to it. */
import { defineEntity, type Row } from '../entity/entity.ts'
import { f } from '../field/f.ts'
import { reasonOptions } from '../likeness/rule.ts'

export const DuplicatePair = defineEntity('duplicate-pair', {
  label: { one: 'Likely duplicate', many: 'Likely duplicates' },
  purpose:
    'Pairs of records that may mean the same. “Look for duplicates” in a list of customers, contacts or products finds them.',
  title: 'name',
  icon: 'copy-check',
  fields: {
    name: f.text({ required: true, label: 'Both names' }),
    entity: f.text({ required: true, label: 'Of which records' }),
    record: f.record({ label: 'The one' }),
    other: f.record({ label: 'The other' }),
    score: f.integer({ required: true, label: 'Likeness' }),
    reasons: f.choices(reasonOptions, { label: 'Why' }),
    status: f.state([
      { value: 'open', label: 'Undecided', tone: 'ochre' },
      { value: 'merged', label: 'Made one', tone: 'green' },
      { value: 'different', label: 'Two different', tone: 'grey' },
    ]),
  },
  access: { read: [], inherit: 'record', joins: 'other' },
  managed: true,
  list: {
    columns: ['name', 'score', 'reasons', 'status', 'createdAt'],
    sort: '-score',
    tabs: {
      Undecided: { status: 'open' },
      'Two different': { status: 'different' },
      All: {},
    },
  },
  steps: ['open', 'merged'],
  form: [['record', 'other'], ['score', 'status'], 'reasons'],
  unique: [['entity', 'record', 'other']],
  indexes: [
    ['entity', 'other'],
    ['status', '-score', 'id'],
    ['status', 'entity', '-score', 'id'],
  ],
})
export interface DuplicatePair extends Row<typeof DuplicatePair> {}
