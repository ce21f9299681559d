/** A form's page begins with where visitors find it. */
import { registerOverview } from '#ui/record/overview.tsx'

registerOverview('lead-form', async () => {
  const { FormOverview } = await import('./form-overview.web.tsx')
  return FormOverview
})
