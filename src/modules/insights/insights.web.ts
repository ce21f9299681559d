/** A customer's page begins with what matters now. */
import { registerOverview } from '#ui/record/overview.tsx'

registerOverview('customer', async () => {
  const { CustomerOverview } = await import('./customer-overview.web.tsx')
  return CustomerOverview
})
