/** The chart above a report's table, and the small control that chooses what is drawn, and how. */
import type { ChartKind, ReportAnswer, ReportMeta } from '#kernel/http/wire.ts'
import { Choices } from '#ui/base/choices.tsx'
import { useHouse, useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { useReader } from '#ui/field/use-reader.ts'
import { useNavigate } from '@tanstack/react-router'
import { Select } from 'antd'
import { useCallback, useId, useMemo } from 'react'
import { shapeOf, type ChartWish, type Shape } from './chart-shape.ts'
import type { Spot } from './report-chart.tsx'
import { ReportDrawing } from './report-drawing.tsx'
import type { ReportParams } from './report-params.ts'
import { behind } from './report-rows.ts'

interface ChartPanelProps {
  report: ReportMeta
  answer: ReportAnswer
  params: ReportParams
  wish: ChartWish
  onWish: (wish: ChartWish) => void
}

/** Opens the records behind a point that is pressed. */
function useOpening({ report, params }: ChartPanelProps, shape: Shape | null) {
  const navigate = useNavigate()
  const { entities } = useHouse()
  return useCallback(
    ({ series, at }: Spot) => {
      const { field, points } = shape?.series[series] ?? {}
      const row = points?.[at]?.row
      const found = field && row && behind(report, field.name, row[field.name], row, params)
      if (!found || !entities[found.entity]) return
      const { entity, where } = found
      void navigate({ to: '/list/$entity', params: { entity }, search: { where } })
    },
    [shape, report, params, entities, navigate],
  )
}

export function ChartPanel(props: ChartPanelProps) {
  const t = useT()
  const id = useId()
  const reader = useReader()
  const { report, answer, wish, onWish } = props
  const { kind, figure, currency } = wish
  const shape = useMemo(
    () => shapeOf(report, answer, { kind, figure, currency }, reader),
    [report, answer, kind, figure, currency, reader],
  )
  const open = useOpening(props, shape)
  if (!shape) return null
  return (
    <Panel className="report-chart-panel">
      <ChartTools shape={shape} wish={wish} onWish={onWish} />
      <ReportDrawing label={report.label} shape={shape} onOpen={open} describedBy={id} />
      <p id={id} className="unseen">
        {t('The same figures stand in the table below.')}
      </p>
    </Panel>
  )
}

type ToolsProps = Pick<ChartPanelProps, 'wish' | 'onWish'> & { shape: Shape }

function ChartTools({ shape, wish, onWish }: ToolsProps) {
  const t = useT()
  const words: Record<ChartKind, string> = {
    bar: t('Bar chart'),
    line: t('Line chart'),
    pie: t('Pie chart'),
    funnel: t('Funnel chart'),
    heat: t('Heat map'),
    map: t('Map'),
  }
  const entries = shape.kinds.map((kind) => [kind, words[kind]])
  const offered = Object.fromEntries(entries) as Record<ChartKind, string>
  const isCrossed = shape.isCrossed === true
  const isCompared = shape.series.length > 1 && !isCrossed
  const figures = shape.figures.map(({ name, label }) => ({ value: name, label }))
  const several = shape.compares ? [{ value: '', label: t('Compared') }] : []
  return (
    <div className="row report-chart-tools">
      {figures.length > 1 && (isCrossed || shape.kind !== 'heat') && (
        <Select
          size="small"
          aria-label={t('Figure')}
          value={isCompared ? '' : shape.figure.name}
          options={[...several, ...figures]}
          popupMatchSelectWidth={false}
          onChange={(name) => onWish({ ...wish, figure: name })}
        />
      )}
      {shape.currencies.length > 1 && (
        <Select
          size="small"
          aria-label={t('Currency')}
          value={shape.currency}
          options={shape.currencies.map((value) => ({ value, label: value }))}
          onChange={(currency) => onWish({ ...wish, currency })}
        />
      )}
      <span className="grow faint">
        {shape.isCut && t('The largest {count}', { count: shape.series[0]?.points.length ?? 0 })}
      </span>
      {shape.kinds.length > 1 && (
        <Choices
          label={t('Chart')}
          labelIsUnseen
          options={offered}
          value={shape.kind}
          onChange={(kind) => onWish({ ...wish, kind })}
        />
      )}
    </div>
  )
}
