/** Reports and the navigation as one person may see them. */
import { seenFields } from '../access/fields.ts'
import type { Report } from '../report/report.ts'
import { fieldsMeta, type Cut } from './meta.ts'
import { isReadable } from './related-meta.ts'
import type { ChartMeta, EntityMeta, MenuMeta, ReportMeta } from './wire.ts'

export function reportMeta(cut: Cut, report: Report): ReportMeta {
  const { speech } = cut
  const columns = seenFields(report.columns, cut.sight.reader.person)
  const isShown = (column: string) => column in columns
  const { chart } = report
  return {
    name: report.name,
    label: speech.t(report.label),
    ...(report.description ? { description: speech.t(report.description) } : {}),
    group: speech.t(report.group),
    params: fieldsMeta(cut, report.params),
    columns: fieldsMeta(cut, columns),
    totals: report.total.filter(isShown),
    ...(chart && chartColumns(chart).every(isShown)
      ? { chart: { ...chart, series: (chart.series ?? []).filter(isShown) } }
      : {}),
    trends: trendsMeta(cut, report, isShown),
    behind: behindMeta(cut, report, isShown),
  }
}

/** The course of a figure, as far as this person may ask the report that tells it. */
function trendsMeta(
  { sight }: Cut,
  { trends }: Report,
  isShown: (column: string) => boolean,
): ReportMeta['trends'] {
  const { registry, grants, reader } = sight
  const open = Object.entries(trends).filter(([figure, { report, by, value }]) => {
    const told = registry.reports.get(report)
    const columns = told ? seenFields(told.columns, reader.person) : {}
    const isTold = by in columns && value in columns
    return isTold && isShown(figure) && grants.scopes(reader.person, report, 'report').length > 0
  })
  return Object.fromEntries(open)
}

/** Without one of these nothing can be drawn. */
function chartColumns({ by, value, across, place }: ChartMeta): string[] {
  return [by, value, across, place].filter((column) => column !== undefined)
}

/** A figure leads to its records as far as this person may see such records at all. */
function behindMeta(
  { sight }: Cut,
  { behind }: Report,
  isShown: (column: string) => boolean,
): ReportMeta['behind'] {
  const open = behind.filter(({ entity, by }) => {
    const declared = sight.registry.entities.get(entity)
    return declared !== undefined && isReadable(sight, declared) && by.every(isShown)
  })
  const figures = open.flatMap(({ entity, by, count, sum }) =>
    [...count, ...sum].filter(isShown).map((figure) => [figure, { entity, by: [...by] }]),
  )
  return Object.fromEntries(figures) as ReportMeta['behind']
}

export function menuMeta(
  { sight, speech }: Cut,
  entities: Record<string, EntityMeta>,
  reports: Record<string, ReportMeta>,
  screens: readonly string[],
  order: readonly string[],
): MenuMeta[] {
  const groups = new Map<string, MenuMeta['entries']>(order.map((group) => [group, []]))
  for (const entry of sight.registry.modules.flatMap((module) => module.menu)) {
    const { open } = entry
    const entity = entities[open]
    const report = reports[open]
    const shown = open.startsWith('/')
      ? screens.includes(open)
      : entity !== undefined || report !== undefined
    if (!shown) continue
    const label = entry.label
      ? speech.t(entry.label)
      : (entity?.label.many ?? report?.label ?? open)
    const icon = entry.icon ?? entity?.icon
    const what = open.startsWith('/')
      ? { screen: open }
      : entity
        ? { entity: open }
        : { report: open }
    const list = groups.get(entry.group) ?? []
    groups.set(entry.group, [...list, { label, ...(icon ? { icon } : {}), ...what }])
  }
  return [...groups]
    .filter(([, entries]) => entries.length > 0)
    .map(([group, entries]) => ({ group: speech.t(group), entries }))
}
