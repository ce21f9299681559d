/** A waybill's page begins with where the customer follows it. */
import { registerOverview } from '#ui/record/overview.tsx'

registerOverview('waybill', async () => {
  const { WaybillOverview } = await import('./waybill-overview.web.tsx')
  return WaybillOverview
})
