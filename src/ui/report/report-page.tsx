/** A report: what it is asked with, its chart, its rows with totals, and its files. */
import type { ReportAnswer, ReportMeta } from '#kernel/http/wire.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { Empty } from '#ui/base/empty.tsx'
import { Page, Panel } from '#ui/base/page.tsx'
import { Waiting } from '#ui/base/waiting.tsx'
import { Failure, NotFound } from '#ui/shell/failure.tsx'
import { useNavigate } from '@tanstack/react-router'
import { IconChartBar } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { ReportActions } from './report-actions.tsx'
import { ReportForm } from './report-form.tsx'
import { missingParams, paramsOf, searchOf, type ReportParams } from './report-params.ts'
import { ReportTable } from './report-table.tsx'
import './report.css'
import { useReport } from './use-report.ts'

const ReportChart = lazy(async () => ({
  default: (await import('./report-chart.tsx')).ReportChart,
}))

interface ReportPageProps {
  name: string
  /** As they stand in the address. */
  params: ReportParams
}

export function ReportPage({ name, params }: ReportPageProps) {
  const report = useHouse().reports[name]
  return report ? <KnownReport report={report} search={params} /> : <NotFound />
}

function KnownReport({ report, search }: { report: ReportMeta; search: ReportParams }) {
  const t = useT()
  const navigate = useNavigate()
  const params = paramsOf(report, search)
  const missing = missingParams(report, params)
  const answer = useReport(report.name, params, missing.length === 0)
  const change = (changes: ReportParams) => {
    const next = searchOf(report, { ...params, ...changes })
    void navigate({
      to: '/report/$name',
      params: { name: report.name },
      search: next,
      replace: true,
    })
  }
  return (
    <Page
      title={report.label}
      beside={report.description && <span className="page-lead">{report.description}</span>}
      actions={<ReportActions report={report} params={params} />}
    >
      {report.params.length > 0 && (
        <ReportForm
          report={report}
          params={params}
          refs={answer.data?.refs ?? {}}
          onChange={change}
        />
      )}
      {missing.length > 0 ? (
        <Empty
          icon={<IconChartBar size={24} stroke={1.6} aria-hidden />}
          title={t('Say first what to report on')}
          text={missing.map(({ label }) => label).join('、')}
        />
      ) : (
        <ReportResult
          report={report}
          answer={answer.data}
          error={answer.error}
          onAgain={() => void answer.refetch()}
        />
      )}
    </Page>
  )
}

interface ResultProps {
  report: ReportMeta
  answer: ReportAnswer | undefined
  error: Error | null
  onAgain: () => void
}

function ReportResult({ report, answer, error, onAgain }: ResultProps) {
  const t = useT()
  if (error) return <Failure error={error} reset={onAgain} />
  if (!answer) return <Waiting />
  if (answer.rows.length === 0) {
    const text = t('There is nothing in this period or selection. Choose another above.')
    return (
      <Empty
        icon={<IconChartBar size={24} stroke={1.6} aria-hidden />}
        title={t('Nothing to report')}
        text={text}
      />
    )
  }
  return (
    <>
      {report.chart && answer.rows.length > 1 && (
        <Panel className="report-chart-panel">
          <Suspense fallback={<div className="report-chart" />}>
            <ReportChart report={report} answer={answer} chart={report.chart} />
          </Suspense>
        </Panel>
      )}
      <ReportTable report={report} answer={answer} />
    </>
  )
}
