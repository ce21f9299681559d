/** The trade of the demo company over the last months. */
import type { Caller } from '#kernel/action/caller.ts'
import type { House } from '#kernel/house.ts'
import type { Masters } from './load-masters.ts'

export async function loadBusiness(house: House, caller: Caller, masters: Masters): Promise<void> {
  void house
  void caller
  void masters
}
