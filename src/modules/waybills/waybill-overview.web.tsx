/** Where the customer follows the goods: an address to send, and a code to print or to show. */
import { useHouse, useT } from '#ui/base/house.tsx'
import { ForVisitors } from '#ui/record/for-visitors.tsx'
import type { OverviewProps } from '#ui/record/overview.tsx'

export function WaybillOverview({ answer: { row } }: OverviewProps) {
  const t = useT()
  const { company } = useHouse()
  // A role may be denied the sight of the key.
  if (typeof row['trackingKey'] !== 'string') return null
  const address = `${location.origin}/track/${company.id}/${row['trackingKey']}`
  const lines = [{ label: t('Address to send to the customer'), text: address }]
  const open = t('Open as the customer sees it')
  return <ForVisitors label={t('For the customer')} address={address} lines={lines} open={open} />
}
