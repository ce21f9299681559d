/** A work report 工作報告: what somebody did in a day, a week or a month, in figures and words. */
import { defineEntity, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'
import { keptFigures } from './figures.ts'
import { paperAccess, paperFields, paperLock, paperStates, paperTabs } from './paper.ts'

export const WorkReport = defineEntity('work-report', {
  label: { one: 'Work report', many: 'Work reports' },
  purpose:
    'What you did in a day, a week or a month. The figures are counted for you; add in your own ' +
    'words what came of it, and hand it in to your superior.',
  title: 'name',
  subtitle: ['beginsOn', 'endsOn'],
  icon: 'notebook',
  fields: {
    name: f.derived(f.text({ search: true, maxLength: 200 })),
    kind: f.choice(
      [
        { value: 'daily', label: 'Daily report', tone: 'grey' },
        { value: 'weekly', label: 'Weekly report', tone: 'blue' },
        { value: 'monthly', label: 'Monthly report', tone: 'brand' },
      ],
      { required: true, default: 'weekly' },
    ),
    on: f.date({
      required: true,
      default: 'today',
      label: 'Day, or any of the week or month',
    }),
    ...paperFields,
    plan: f.derived(f.ref('work-plan', { label: 'Work plan' })),
    results: f.longText({ maxLength: 10_000, label: 'Results of the work' }),
    problems: f.longText({ maxLength: 10_000, label: 'Problems and what helps' }),
    next: f.longText({ maxLength: 10_000, label: 'What is next' }),
    ...keptFigures,
    status: f.state(paperStates),
  },
  access: paperAccess,
  locked: { when: paperLock },
  steps: ['draft', 'handed-in', 'accepted'],
  list: {
    columns: ['name', 'kind', 'owner', 'beginsOn', 'status', 'dueOn', 'handedInAt', 'late'],
    sort: '-beginsOn',
    tabs: paperTabs,
  },
  form: [
    ['kind', 'on', 'owner'],
    'results',
    'problems',
    'next',
    ['plan', 'dueOn', 'handedInAt', 'sentTo'],
  ],
  unique: [['owner', 'kind', 'beginsOn']],
  indexes: [
    ['owner', '-beginsOn', '-id'],
    ['status', '-beginsOn', '-id'],
    ['-beginsOn', '-id'],
    ['status', 'dueOn', 'id'],
  ],
})
export interface WorkReport extends Row<typeof WorkReport> {}
