/** A report: what it is asked with, its chart, its rows with totals, and its files. */
import type { ReportMeta } from '#kernel/http/wire.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { Empty } from '#ui/base/empty.tsx'
import { Page } from '#ui/base/page.tsx'
import { Waiting } from '#ui/base/waiting.tsx'
import { Failure, NotFound } from '#ui/shell/failure.tsx'
import { IconChartBar } from '@tabler/icons-react'
import { useEffect, useEffectEvent } from 'react'
import { ChartPanel } from './chart-panel.tsx'
import { ReportActions } from './report-actions.tsx'
import { ReportForm } from './report-form.tsx'
import { lookOfWish, nextSort, sortOf, wishOf } from './report-look.ts'
import type { ReportParams } from './report-params.ts'
import { useOwnReport } from './own-report.ts'
import { SaveReport } from './save-report.tsx'
import { searchOfSaved, useSavedReports, type SavedReport } from './saved-reports.ts'
import { ReportTable } from './report-table.tsx'
import './report.css'
import { useReportView, type ReportView } from './use-report-view.ts'

interface ReportPageProps {
  name: string
  /** As they stand in the address. */
  params: ReportParams
}

export function ReportPage({ name, params }: ReportPageProps) {
  const report = useHouse().reports[name]
  return report ? <KnownReport report={report} search={params} /> : <NotFound />
}

const icon = <IconChartBar size={24} stroke={1.6} aria-hidden />

function KnownReport({ report, search }: { report: ReportMeta; search: ReportParams }) {
  const t = useT()
  const view = useReportView(report, search)
  const { params, missing } = view
  const saved = useSaved(view, search)
  return (
    <Page
      title={report.label}
      beside={report.description && <span className="page-lead">{report.description}</span>}
      actions={
        <>
          <SaveReport key={saved?.id ?? ''} view={view} saved={saved} />
          <ReportActions report={report} params={params} />
        </>
      }
    >
      {report.params.length > 0 && (
        <ReportForm
          report={report}
          raw={view.raw}
          params={params}
          refs={view.answer?.refs ?? {}}
          onChange={view.ask}
        />
      )}
      {missing.length > 0 ? (
        <Empty
          icon={icon}
          title={t('Say first what to report on')}
          text={missing.map(({ label }) => label).join('、')}
        />
      ) : (
        <ReportResult view={view} />
      )}
    </Page>
  )
}

/** The saved report that is open; a plain address opens the person's default. */
function useSaved(view: ReportView, search: ReportParams): SavedReport | undefined {
  const { report, look } = view
  const own = useOwnReport(report.name)
  const all = useSavedReports()
  const usual = all.find(({ id }) => id === own.saved)
  const isPlain = Object.keys(search).length === 0
  const openUsual = useEffectEvent(() => usual && view.open(searchOfSaved(usual)))
  useEffect(() => {
    if (isPlain && usual) openUsual()
  }, [isPlain, usual])
  return all.find(({ id }) => id === look.saved)
}

function ReportResult({ view }: { view: ReportView }) {
  const t = useT()
  const { report, params, answer, look } = view
  if (view.error) return <Failure error={view.error} reset={view.again} />
  if (!answer) return <Waiting />
  if (answer.rows.length === 0) {
    const text = t('There is nothing in this period or selection. Choose another above.')
    return <Empty icon={icon} title={t('Nothing to report')} text={text} />
  }
  const asked = { report, answer, params }
  return (
    <>
      <ChartPanel {...asked} wish={wishOf(look)} onWish={(wish) => view.lookAt(lookOfWish(wish))} />
      <ReportTable
        {...asked}
        sort={sortOf(look)}
        onSort={(column) => view.lookAt({ sort: nextSort(look, column) })}
      />
    </>
  )
}
