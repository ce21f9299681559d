/** How much a backup will come to, so that it is refused in time and its progress can be told. */
import { withClient } from '../with-client.ts'
import { isEmbedded, type BackupOptions } from './backup.ts'

type Place = Pick<BackupOptions, 'owner' | 'dataDir'>

/** Tables as text are about as large as their pages. */
const ofTables = `select coalesce(sum(pg_table_size(oid)), 0)::float8 as bytes from pg_class
  where relnamespace = 'public'::regnamespace and relkind = 'r'`
const ofCluster = 'select sum(pg_database_size(oid))::float8 as bytes from pg_database'
const ofFiles = `select coalesce(sum(size), 0)::float8 as bytes
  from (select distinct hash, size from public.file) f`

/** Of all companies; an estimate. */
export async function expectedBytes(place: Place): Promise<number> {
  return withClient(place.owner, async (client) => {
    let all = 0
    for (const text of [isEmbedded(place) ? ofCluster : ofTables, ofFiles])
      all += (await client.query<{ bytes: number }>(text)).rows[0]?.bytes ?? 0
    return all
  })
}
