/** The address under which each list was last seen, so that the way back leads to what was seen. */
const addresses = new Map<string, string>()

/** @param href the address that is open, of a list or of anything else */
export function keepListAddress(href: string): void {
  const [, entity] = /^\/list\/([^/?]+)/u.exec(href) ?? []
  if (entity) addresses.set(entity, href)
}

export function listAddress(entity: string): string {
  return addresses.get(entity) ?? `/list/${entity}`
}
