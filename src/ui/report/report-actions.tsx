/** Takes a report along: as an Excel or CSV file, or on paper. */
import type { ReportMeta } from '#kernel/http/wire.ts'
import { addressOf } from '#ui/base/api.ts'
import { useT } from '#ui/base/house.tsx'
import { useOffer } from '#ui/base/offers.tsx'
import { MenuButton } from '#ui/base/menu-button.tsx'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { Button } from 'antd'
import { queryOf, type ReportParams } from './report-params.ts'

export function ReportActions({ report, params }: { report: ReportMeta; params: ReportParams }) {
  const t = useT()
  const hrefOf = (format: string) => {
    return addressOf(`/api/report/${report.name}`, { ...queryOf(params), format })
  }
  const icon = <IconDownload size={17} stroke={1.6} aria-hidden />
  const items = [
    { key: 'xlsx', icon, label: t('Export to Excel'), href: hrefOf('xlsx'), download: true },
    { key: 'csv', icon, label: t('Export as CSV'), href: hrefOf('csv'), download: true },
  ]
  const printing = {
    key: 'print',
    icon: <IconPrinter size={17} stroke={1.6} aria-hidden />,
    label: t('Print'),
    onSelect: () => print(),
  }
  useOffer(report.label, [...items, printing])
  return (
    <span className="row report-actions">
      <MenuButton items={items}>
        <Button icon={icon}>{t('Export')}</Button>
      </MenuButton>
      <Button icon={printing.icon} onClick={printing.onSelect}>
        {printing.label}
      </Button>
    </span>
  )
}
