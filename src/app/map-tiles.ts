/** Which pictures a map shows, and from where a page may fetch them. */
import type { HouseMeta } from '#kernel/http/wire.ts'
import type { Settings } from './settings.ts'

export function mapOf(settings: Settings): HouseMeta['map'] {
  return { tiles: settings.mapTilesUrl ?? '', attribution: settings.mapAttribution }
}

/** As a policy names them: `https://{s}.tiles.example/…` → `https://*.tiles.example` */
export function tileHosts(tiles: string | undefined): string[] {
  if (tiles === undefined) return []
  const { protocol, host } = new URL(tiles.replace('{s}.', ''))
  return [`${protocol}//${tiles.includes('{s}.') ? '*.' : ''}${host}`]
}
