/** What the menu leads to: every entry as an address, with the group it stands in. */
import type { HouseMeta, MenuMeta } from '#kernel/http/wire.ts'
import { hrefOfSaved, type SavedReport } from '#ui/report/saved-reports.ts'

export interface Place {
  label: string
  icon: string
  group: string
  href: string
  entity?: string
}

type Entry = MenuMeta['entries'][number]

function hrefOf(entry: Entry): string {
  if (entry.entity) return `/list/${entry.entity}`
  if (entry.report) return `/report/${entry.report}`
  return entry.screen ?? '/'
}

function iconOf(entry: Entry, house: HouseMeta): string {
  if (entry.icon) return entry.icon
  if (entry.report) return 'chart-bar'
  return (entry.entity && house.entities[entry.entity]?.icon) || 'list'
}

/** All places of the menu, in its order. */
export function placesOf(house: HouseMeta): Place[] {
  return house.menu.flatMap(({ group, entries }) =>
    entries.map((entry) => ({
      label: entry.label,
      icon: iconOf(entry, house),
      group,
      href: hrefOf(entry),
      ...(entry.entity && { entity: entry.entity }),
    })),
  )
}

/** A saved report stands behind the report that it is one of. */
export function withSaved(places: Place[], saved: readonly SavedReport[]): Place[] {
  return places.flatMap((place) => {
    const ofReport = saved.filter(({ report }) => place.href === `/report/${report}`)
    const kept = ofReport.map((one) => {
      const href = hrefOfSaved(one)
      return { label: one.name, icon: 'bookmark', group: place.group, href }
    })
    return [place, ...kept]
  })
}

/** The place of the menu that an address belongs to, a saved report before its report. */
export function placeOfHref(places: Place[], href: string, path: string): Place | undefined {
  const [, saved] = /[?&]saved=([\w-]+)/.exec(href) ?? []
  const own = saved && places.find((place) => place.href.includes(`saved=${saved}`))
  return own || placeOfPath(places, path)
}

/** The entity whose records an address shows, whatever page of it is open. */
export function entityOfPath(path: string): string | undefined {
  return /^\/(?:list|record|new|import)\/([^/]+)/.exec(path)?.[1]
}

/** The place of the menu that an address belongs to. */
export function placeOfPath(places: Place[], path: string): Place | undefined {
  const entity = entityOfPath(path)
  return (
    places.find(({ href }) => href === path) ??
    places.find((place) => entity && place.entity === entity)
  )
}
