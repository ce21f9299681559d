/** The pages of a plan, of a report and of a person begin with the work that was seen. */
import { registerOverview } from '#ui/record/overview.tsx'

registerOverview('work-plan', async () => {
  const { PlanOverview } = await import('./plan-overview.web.tsx')
  return PlanOverview
})
registerOverview('work-report', async () => {
  const { ReportOverview } = await import('./report-overview.web.tsx')
  return ReportOverview
})
registerOverview('user', async () => {
  const { PersonOverview } = await import('./person-overview.web.tsx')
  return PersonOverview
})
