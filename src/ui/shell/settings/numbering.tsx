/** How documents are numbered, with the next number as it would look today. */
import { formatNumber, isPattern } from '#kernel/numbering/pattern.ts'
import { api, ApiProblem } from '#ui/base/api.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { Waiting } from '#ui/base/waiting.tsx'
import { ProblemNotice } from '#ui/form/problem-notice.tsx'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useCompany } from './company.tsx'
import '#ui/record/related.css'
import './settings.css'

interface Series {
  series: string
  label: string
  pattern: string
  /** As the program declares it. */
  standard?: string
  example: string
}

/** The parts of a pattern as they are written in it. */
const PARTS = {
  year: '{year}',
  yy: '{yy}',
  roc: '{roc}',
  month: '{month}',
  day: '{day}',
  count: '{0000}',
}

export function Numbering() {
  const company = useCompany()
  if (company.error) return <ProblemNotice problem={company.error} />
  if (!company.data) return <Waiting />
  const series = company.data['series']
  return <NumberingForm series={Array.isArray(series) ? (series as Series[]) : []} />
}

function NumberingForm({ series }: { series: readonly Series[] }) {
  const t = useT()
  const queries = useQueryClient()
  const { showDone } = useUndoMessage()
  const [typed, type] = useState<Record<string, string>>({})
  const changed = Object.fromEntries(
    Object.entries(typed).filter(([key, pattern]) => {
      return series.find((each) => each.series === key)?.pattern !== pattern
    }),
  )
  const save = useMutation<unknown, ApiProblem>({
    mutationFn: () => api.patch('/api/company', { numbering: changed }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['company'] })
      type({})
      showDone(t('Saved'))
    },
  })
  const isWrong = Object.values(changed).some((pattern) => !isPattern(pattern))
  const isUnchanged = Object.keys(changed).length === 0
  return (
    <Panel
      title={t('Document numbers')}
      actions={
        <Button
          type="primary"
          disabled={isWrong || isUnchanged}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('Save')}
        </Button>
      }
    >
      <p className="settings-form settings-text">
        {t(
          '{year} {yy} {roc} {month} {day} stand for the date, {count} for the count with as many places. With a month in it, the count begins anew each month.',
          PARTS,
        )}
      </p>
      <ProblemNotice problem={save.error} />
      <SeriesTable series={series} typed={typed} onType={type} />
    </Panel>
  )
}

interface SeriesTableProps {
  series: readonly Series[]
  typed: Record<string, string>
  onType: (typed: Record<string, string>) => void
}

function SeriesTable({ series, typed, onType }: SeriesTableProps) {
  const t = useT()
  return (
    <div className="related-scroll">
      <table className="related numbering">
        <thead>
          <tr>
            <th scope="col">{t('Document')}</th>
            <th scope="col">{t('Pattern')}</th>
            <th scope="col">{t('First number today')}</th>
          </tr>
        </thead>
        <tbody>
          {series.map((each) => (
            <SeriesLine
              key={each.series}
              series={each}
              pattern={typed[each.series] ?? each.pattern}
              onType={(pattern) => onType({ ...typed, [each.series]: pattern })}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface SeriesLineProps {
  series: Series
  pattern: string
  onType: (pattern: string) => void
}

function SeriesLine({ series, pattern, onType }: SeriesLineProps) {
  const t = useT()
  const { today } = useHouse()
  const isRight = isPattern(pattern)
  const { standard } = series
  return (
    <tr>
      <td>{series.label}</td>
      <td>
        <div className="row">
          <Input
            aria-label={t('Pattern of {document}', { document: series.label })}
            aria-invalid={!isRight}
            {...(!isRight && { status: 'error' as const })}
            value={pattern}
            maxLength={60}
            onChange={(event) => onType(event.target.value)}
          />
          {standard !== undefined && standard !== pattern && (
            <Button size="small" type="text" onClick={() => onType(standard)}>
              {t('Standard')}
            </Button>
          )}
        </div>
      </td>
      <td>
        {isRight ? (
          <code>{formatNumber(pattern, today, 1)}</code>
        ) : (
          <span className="field-error">
            {t(
              'It needs one count such as {count}; a month needs the year beside it, a day the month.',
              PARTS,
            )}
          </span>
        )}
      </td>
    </tr>
  )
}
