/** One tile of the home page: a figure, a chart, work, a view, or what was opened lately. */
import type { EntityMeta, ReportMeta } from '#kernel/http/wire.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { NamedIcon } from '#ui/base/icons.tsx'
import { Panel } from '#ui/base/page.tsx'
import { useList } from '#ui/base/queries.ts'
import { useReader } from '#ui/field/use-reader.ts'
import { shapeOf } from '#ui/report/chart-shape.ts'
import { ReportDrawing } from '#ui/report/report-drawing.tsx'
import { usualParams } from '#ui/report/report-params.ts'
import { useReport } from '#ui/report/use-report.ts'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { totalField } from './figures.ts'
import { Figure } from './home-figures.tsx'
import { ListTile } from './home-list-tile.tsx'
import { OpenWorkOfAll } from './home-open-work-of-all.tsx'
import { OpenWork } from './home-open-work.tsx'
import { Nothing, Skeleton } from './home-states.tsx'
import { HealthTile, LogTile } from './home-system-tiles.tsx'
import type { HomeTile } from './home-tiles.ts'
import { ViewTile } from './home-view-tile.tsx'
import type { HomeView } from './home-views.ts'
import { openWorkOf, openWorkWhere, waitingWorkOf, waitingWorkWhere } from './open-work.ts'
import { readRecent } from './recent.ts'
import { workParams } from './use-open-work.ts'

function FigureTile({ report }: { report: ReportMeta }) {
  const t = useT()
  const { data, error } = useReport(report.name, usualParams(report))
  const field = totalField(report)
  if (error || !field) return <Nothing label={report.label} text={t('It cannot be shown now.')} />
  if (!data) return <Skeleton label={report.label} />
  return <Figure report={report} field={field} answer={data} />
}

function ChartTile({ report }: { report: ReportMeta }) {
  const t = useT()
  const reader = useReader()
  const { data, error } = useReport(report.name, usualParams(report))
  const shape = useMemo(
    () => (data ? shapeOf(report, data, {}, reader) : null),
    [report, data, reader],
  )
  if (error) return <Nothing label={report.label} text={t('It cannot be shown now.')} />
  if (!data) return <Skeleton label={report.label} />
  if (!shape) return <Nothing label={report.label} text={t('There is nothing to draw yet.')} />
  const all = (
    <Link to="/report/$name" params={{ name: report.name }} className="home-all">
      {t('Open the report')}
    </Link>
  )
  return (
    <Panel title={report.label} actions={all}>
      <ReportDrawing label={report.label} shape={shape} height={240} />
      <table className="unseen">
        <caption>{report.label}</caption>
        <tbody>
          {shape.series[0]?.points.map(({ name, text }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

function WorkTile({ meta }: { meta: EntityMeta }) {
  const t = useT()
  const house = useHouse()
  const isOwned = openWorkOf(house).includes(meta)
  const own = openWorkWhere(meta)
  const mine = useList(meta.name, workParams(meta, own), isOwned)
  const isMine = isOwned && mine.data?.rows.length !== 0
  const waits = waitingWorkOf(house).includes(meta)
  const waiting = waitingWorkWhere(meta)
  const others = useList(meta.name, workParams(meta, waiting), waits && !isMine)
  const where = isMine || !waits ? own : waiting
  const { data, error } = isMine || !waits ? mine : others
  const label = meta.label.many
  if (error) return <Nothing label={label} text={t('It cannot be shown now.')} />
  if (!data) return <Skeleton label={label} />
  if (data.rows.length === 0)
    return <Nothing label={label} text={t('Nothing is waiting for you')} />
  return <OpenWork meta={meta} where={where} isMine={isMine} answer={data} />
}

function RecentTile() {
  const t = useT()
  const { user } = useHouse()
  const finds = readRecent(user.id)
  const label = t('Opened lately')
  if (finds.length === 0)
    return <Nothing label={label} text={t('Records that you open appear here.')} />
  return (
    <Panel title={label}>
      <ul className="home-recent">
        {finds.map(({ key, href, icon, title, subtitle }) => (
          <li key={key}>
            <Link to={href}>
              <NamedIcon name={icon} size={17} />
              <span className="clip">{title}</span>
              <span className="faint clip">{subtitle}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

export function Tile({ tile, views }: { tile: HomeTile; views: readonly HomeView[] }) {
  const { reports, entities } = useHouse()
  const view = tile.kind === 'view' ? views.find(({ id }) => id === tile.of) : undefined
  const report = reports[tile.of ?? '']
  const meta = entities[view?.entity ?? tile.of ?? '']
  if (tile.kind === 'recent') return <RecentTile />
  if (tile.kind === 'open') return <OpenWorkOfAll />
  if (tile.kind === 'health') return <HealthTile />
  if (tile.kind === 'log') return <LogTile />
  if (view) return meta ? <ViewTile meta={meta} view={view} /> : null
  if (tile.kind === 'list') return meta ? <ListTile meta={meta} /> : null
  if (tile.kind === 'work') return meta ? <WorkTile meta={meta} /> : null
  if (!report) return null
  return tile.kind === 'chart' ? <ChartTile report={report} /> : <FigureTile report={report} />
}
