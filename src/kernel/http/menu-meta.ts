/** Reports and the navigation as one person may see them. */
import { seenFields } from '../access/fields.ts'
import type { Report } from '../report/report.ts'
import { fieldsMeta, type Cut } from './meta.ts'
import type { EntityMeta, MenuMeta, ReportMeta } from './wire.ts'

export function reportMeta(cut: Cut, report: Report): ReportMeta {
  const { speech } = cut
  const columns = seenFields(report.columns, cut.sight.reader.person)
  const isShown = (column: string) => column in columns
  const { chart, open } = report
  return {
    name: report.name,
    label: speech.t(report.label),
    ...(report.description ? { description: speech.t(report.description) } : {}),
    group: speech.t(report.group),
    params: fieldsMeta(cut, report.params),
    columns: fieldsMeta(cut, columns),
    totals: report.total.filter(isShown),
    ...(chart && [chart.by, chart.value].every(isShown) ? { chart } : {}),
    ...(open && Object.values(open.where).every(isShown) ? { open } : {}),
  }
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
