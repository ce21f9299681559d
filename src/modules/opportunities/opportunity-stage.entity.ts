/** An opportunity's stay in a stage: from when to when, where from, and how it ended. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'

export const OpportunityStage = defineEntity('opportunity-stage', {
  label: { one: 'Stay in a stage', many: 'Course' },
  purpose: 'Which stages an opportunity went through, and how long it took.',
  begins: 'opportunity',
  title: 'stage',
  subtitle: ['opportunity', 'enteredOn'],
  icon: 'history',
  managed: true,
  fields: {
    opportunity: f.ref('opportunity', { required: true, part: true }),
    stage: f.ref('pipeline-stage', { required: true, related: false }),
    from: f.ref('pipeline-stage', { related: false, label: 'From stage' }),
    enteredOn: f.date({ required: true, default: 'today', label: 'Entered' }),
    leftOn: f.date({ label: 'Left' }),
    outcome: f.choice([
      { value: 'moved', label: 'Moved', tone: 'blue' },
      { value: 'won', label: 'Deal won', tone: 'green' },
      { value: 'lost', label: 'Deal lost', tone: 'red' },
    ]),
    by: f.person({ label: 'Moved by' }),
  },
  access: { read: { manager: 'all' }, inherit: 'opportunity' },
  list: {
    columns: ['opportunity', 'stage', 'from', 'enteredOn', 'leftOn', 'outcome', 'by'],
    sort: '-enteredOn',
  },
  indexes: [['opportunity', 'enteredOn', 'id']],
})
export interface OpportunityStage extends Row<typeof OpportunityStage> {}
