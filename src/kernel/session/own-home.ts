/** The tiles of a person's home page, in her order; without any it is her role's. */
import { failInput } from '../base/fail.ts'
import { f } from '../field/f.ts'
import type { House } from '../house.ts'
import { keepChoices } from './choices.ts'
import type { Account } from './door.ts'

/** The last four are there once: opened lately, all open work, the log, how the program fares. */
export const tileKinds = [
  'figure',
  'chart',
  'work',
  'view',
  'list',
  'recent',
  'open',
  'log',
  'health',
] as const

export interface HomeTile {
  kind: (typeof tileKinds)[number]
  /** Name of the report or the entity, id of the saved view; empty for what is there once. */
  of: string | null
  wide: boolean
}

export const mostTiles = 30

const fields = {
  kind: f.choice([...tileKinds], { required: true }),
  of: f.text({ maxLength: 60 }),
  wide: f.boolean(),
}
export const tilesGiven = { tiles: f.lines({ name: 'tile', fields }) }

/** Replaces all of them; none = what the role begins with. @throws as `checkedTiles` */
export async function keepHome(
  house: House,
  account: Account,
  given: readonly HomeTile[],
): Promise<void> {
  await keepChoices(house, account, { tiles: checkedTiles(given) })
}

/** @throws {Refusal} `home.too-many` (422) */
export function checkedTiles(given: readonly HomeTile[]): HomeTile[] {
  if (given.length > mostTiles) {
    failInput([{ field: 'tiles', rule: 'home.too-many', facts: { most: mostTiles } }])
  }
  return given.map(({ kind, of, wide }) => ({ kind, of, wide }))
}

/** @param kept what stands in the preferences */
export function tilesOf(kept: unknown): HomeTile[] {
  return Array.isArray(kept) ? (kept as HomeTile[]) : []
}
