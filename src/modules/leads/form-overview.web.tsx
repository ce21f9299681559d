/** Where visitors find a form: its address to copy, its code for posters, its lines for a site. */
import { useHouse, useT } from '#ui/base/house.tsx'
import { ForVisitors } from '#ui/record/for-visitors.tsx'
import type { OverviewProps } from '#ui/record/overview.tsx'

export function FormOverview({ answer: { row } }: OverviewProps) {
  const t = useT()
  const { company } = useHouse()
  const address = `${location.origin}/form/${company.id}/${String(row['key'])}`
  const title = String(row['name']).replaceAll('"', '&quot;')
  const frame = `<iframe src="${address}" title="${title}" width="100%" height="760"></iframe>`
  const lines = [
    { label: t('Address of the form'), text: address },
    { label: t('For your own web site'), text: frame },
  ]
  const open = t('Open as visitors see it')
  return <ForVisitors label={t('For visitors')} address={address} lines={lines} open={open} />
}
