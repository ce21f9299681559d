/** A weekly work plan 週工作計劃: what somebody wants to reach and do in a week. */
import { defineEntity, defineLines, type Row } from '#kernel/entity/entity.ts'
import { f } from '#kernel/field/f.ts'
import { paperAccess, paperFields, paperLock, paperStates, paperTabs } from './paper.ts'

/** Where a line that was filled in came from. */
export const planSources = [
  { value: 'visit', label: 'Visit' },
  { value: 'task', label: 'Task' },
  { value: 'customer', label: 'Next contact' },
  { value: 'opportunity', label: 'Opportunity' },
] as const

export const WorkPlanLine = defineLines('work-plan-line', {
  label: { one: 'Line of a plan', many: 'Lines of plans' },
  title: 'what',
  fields: {
    what: f.text({ required: true, maxLength: 300, label: 'What' }),
    customer: f.ref('customer'),
    day: f.date(),
    kind: f.choice(
      [
        { value: 'visit', label: 'Visit', tone: 'green' },
        { value: 'call', label: 'Telephone', tone: 'ochre' },
        { value: 'quote', label: 'Quote', tone: 'blue' },
        { value: 'deal', label: 'Deal', tone: 'brand' },
        { value: 'task', label: 'Task', tone: 'grey' },
        { value: 'other', label: 'Other', tone: 'grey' },
      ],
      { required: true, default: 'other' },
    ),
    done: f.derived(f.boolean({ label: 'Done' })),
    from: f.derived(f.choice(planSources, { label: 'Comes from' })),
    source: f.derived(f.rowId({ label: 'Source' })),
  },
})
export type WorkPlanLine = WorkPlan['lines'][number]

const target = { min: '0', max: '100000' } as const

export const WorkPlan = defineEntity('work-plan', {
  label: { one: 'Work plan', many: 'Work plans' },
  purpose:
    'What you want to reach and do in a week. Planned visits, tasks, agreed contacts and ' +
    'opportunities that are to close are filled in; what is done of it is seen by itself.',
  title: 'name',
  subtitle: ['beginsOn', 'endsOn'],
  icon: 'calendar',
  fields: {
    name: f.derived(f.text({ search: true, maxLength: 200 })),
    on: f.date({
      required: true,
      default: 'today',
      label: 'Week of',
      help: 'Any day of the week, which begins on Monday.',
    }),
    ...paperFields,
    goals: f.longText({ maxLength: 5000, label: 'Goals' }),
    targetCalls: f.integer({ ...target, label: 'Calls aimed at' }),
    targetVisits: f.integer({ ...target, label: 'Visits aimed at' }),
    targetQuotes: f.integer({ ...target, label: 'Quotes aimed at' }),
    targetOrders: f.money({ min: '0', label: 'Ordered amount aimed at' }),
    lines: f.lines(WorkPlanLine, { label: 'Plan', mayBeNone: true }),
    status: f.state(paperStates),
  },
  access: paperAccess,
  locked: { when: paperLock },
  steps: ['draft', 'handed-in', 'accepted'],
  list: {
    columns: ['name', 'owner', 'beginsOn', 'status', 'dueOn', 'handedInAt', 'late'],
    sort: '-beginsOn',
    tabs: paperTabs,
  },
  form: [
    ['on', 'owner'],
    'goals',
    ['targetCalls', 'targetVisits'],
    ['targetQuotes', 'targetOrders'],
    'lines',
    ['dueOn', 'handedInAt', 'sentTo'],
  ],
  unique: [['owner', 'beginsOn']],
  indexes: [
    ['owner', '-beginsOn', '-id'],
    ['status', '-beginsOn', '-id'],
    ['-beginsOn', '-id'],
    ['status', 'dueOn', 'id'],
  ],
})
export interface WorkPlan extends Row<typeof WorkPlan> {}
