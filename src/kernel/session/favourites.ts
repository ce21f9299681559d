/** The pages that a person keeps at hand, on every device; the order is the person's own. */
import { failInput } from '../base/fail.ts'
import { f } from '../field/f.ts'
import type { House } from '../house.ts'
import { keepChoices } from './choices.ts'
import type { Account } from './door.ts'

export interface Favourite {
  /** Address within the program, with the whole state of a list. */
  href: string
  title: string
  icon: string
}

export const mostFavourites = 50

/** What a request says of one. */
const fields = {
  href: f.text({ required: true, maxLength: 4000 }),
  title: f.text({ required: true, maxLength: 300 }),
  icon: f.text({ required: true, maxLength: 40 }),
}
export const favouritesGiven = { favourites: f.lines({ name: 'favourite', fields }) }

/**
 * Replaces all of them.
 * @throws {Refusal} `favourite.too-many`, `favourite.elsewhere` (422)
 */
export async function keepFavourites(
  house: House,
  account: Account,
  given: readonly Favourite[],
): Promise<void> {
  refuseOdd(given)
  const favourites = given.map(({ href, title, icon }) => ({ href, title, icon }))
  await keepChoices(house, account, { favourites })
}

/** A page of another house would be opened as if it were our own. */
function refuseOdd(given: readonly Favourite[]): void {
  if (given.length > mostFavourites) {
    const facts = { most: mostFavourites }
    failInput([{ field: 'favourites', rule: 'favourite.too-many', facts }])
  }
  const odd = given.findIndex(({ href }) => !/^\/(?![/\\])/u.test(href))
  if (odd >= 0)
    failInput([{ field: `favourites.${odd}.href`, rule: 'favourite.elsewhere', facts: {} }])
}

/** @param kept what stands in the preferences */
export function favouritesOf(kept: unknown): Favourite[] {
  return Array.isArray(kept) ? (kept as Favourite[]) : []
}
