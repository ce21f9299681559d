/** The tiles of the home page: which stand there, in which order, and how each is changed. */
import type { HouseMeta } from '#kernel/http/wire.ts'
import type { HomeTile } from '#kernel/session/own-home.ts'
import { figureReports } from './figures.ts'
import type { HomeView } from './home-views.ts'
import { openWorkOf, waitingWorkOf } from './open-work.ts'

export type { HomeTile }

export function keyOf({ kind, of }: HomeTile): string {
  return `${kind} ${of ?? ''}`
}

function tile(kind: HomeTile['kind'], of: string | null): HomeTile {
  return { kind, of, wide: false }
}

/** Everything that this person may put on the page. */
export function offeredTiles(house: HouseMeta, views: readonly HomeView[]): HomeTile[] {
  const reports = figureReports(Object.values(house.reports), 100)
  const drawn = reports.filter(({ chart }) => chart !== undefined)
  const work = new Set([...openWorkOf(house), ...waitingWorkOf(house)].map(({ name }) => name))
  return [
    ...reports.map(({ name }) => tile('figure', name)),
    ...drawn.map(({ name }) => tile('chart', name)),
    ...[...work].map((name) => tile('work', name)),
    ...views.map(({ id }) => tile('view', id)),
    ...listedEntities(house).map((name) => tile('list', name)),
    tile('open', null),
    tile('recent', null),
    ...(house.user.roles.includes('administrator')
      ? [tile('health', null), tile('log', null)]
      : []),
  ]
}

/** Lists of the menu, and the people. */
function listedEntities({ menu, entities }: HouseMeta): string[] {
  const names = menu.flatMap(({ entries }) => entries.flatMap(({ entity }) => entity ?? []))
  return [...new Set([...names, 'user'])].filter((name) => entities[name] !== undefined)
}

/** What was taken away from this person since, or from everybody, is not shown. */
export function shownTiles(
  house: HouseMeta,
  views: readonly HomeView[],
  kept: readonly HomeTile[],
): HomeTile[] {
  const offered = new Set(offeredTiles(house, views).map(keyOf))
  return kept.filter((one) => offered.has(keyOf(one)))
}

export function moved(tiles: readonly HomeTile[], from: number, to: number): HomeTile[] {
  const carried = tiles[from]
  if (!carried || to < 0 || to >= tiles.length) return [...tiles]
  return tiles.toSpliced(from, 1).toSpliced(to, 0, carried)
}

export function resized(tiles: readonly HomeTile[], at: number): HomeTile[] {
  return tiles.map((one, index) => (index === at ? { ...one, wide: !one.wide } : one))
}
