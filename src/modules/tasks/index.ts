/** Tasks 任務: what is to be done about any record, the calendar, and when one is reminded. */
import { defineModule } from '#kernel/module.ts'
import { CalendarDay } from './calendar-day.entity.ts'
import { completeTask } from './complete-task.action.ts'
import { dropTask } from './drop-task.action.ts'
import { handOverTask } from './hand-over-task.action.ts'
import { importCalendar } from './import-calendar.action.ts'
import { checkNew, deriveTask, moveSeries } from './keep-task.ts'
import { postponeTask } from './postpone-task.action.ts'
import { remindJob } from './remind.job.ts'
import { reopenTask } from './reopen-task.action.ts'
import { Task } from './task.entity.ts'
import { makeFeed, revokeFeed } from './task-feed.action.ts'
import { TaskFeed } from './task-feed.entity.ts'
import { taskProgress } from './task-progress.report.ts'

export { nextReturn } from './birthday.ts'
export { calendarDays } from './calendar-days.ts'
export { lunarCalendar } from './lunar.ts'
export { makeTasksOnce, type MadeTask } from './make-once.ts'
export { isWorkday, nextWorkday, onWorkday, workdayUntil, type CalendarDays } from './workdays.ts'
export { CalendarDay } from './calendar-day.entity.ts'
export { completeTask } from './complete-task.action.ts'
export { dropTask } from './drop-task.action.ts'
export { feedCalendar } from './feed-calendar.ts'
export { handOverTask } from './hand-over-task.action.ts'
export { importCalendar } from './import-calendar.action.ts'
export { postponeTask } from './postpone-task.action.ts'
export { remindJob } from './remind.job.ts'
export { reopenTask } from './reopen-task.action.ts'
export { Task } from './task.entity.ts'

export default defineModule({
  name: 'tasks',
  label: 'Tasks',
  needs: ['people'],
  capabilities: [37, 141, 259, 268],
  entities: [Task, CalendarDay, TaskFeed],
  actions: [
    completeTask,
    postponeTask,
    handOverTask,
    dropTask,
    reopenTask,
    importCalendar,
    makeFeed,
    revokeFeed,
  ],
  reports: [taskProgress],
  jobs: [remindJob],
  menu: [
    { group: 'Tasks', open: 'task' },
    { group: 'Tasks', open: '/tasks/other-calendars', label: 'Other calendars', icon: 'share' },
    { group: 'Rules', open: 'calendar-day' },
  ],
  derive: { task: deriveTask },
  on: { 'task.create': checkNew, 'task.update': moveSeries },
  messages: {
    'task.no-calendar': 'This is no calendar file (.ics).',
    'task.calendar-too-long': 'A file may hold {most} appointments at most.',
    'task.same-assignee': 'The task is with this person already.',
    'task.ends-before-it-begins': 'The repetition ends before the task is due.',
  },
})
