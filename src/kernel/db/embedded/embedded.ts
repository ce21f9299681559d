/** The database that the program brings along: started with it, watched, stopped with it. */
import { DatabaseError } from 'pg'
import { withClient } from '../with-client.ts'
import { findBinaries } from './binaries.ts'
import { chooseIdentity } from './identity.ts'
import { initialiseCluster } from './initialise.ts'
import { createPlace, placeOf } from './place.ts'
import { type Server, connectionTo, ensureRunning } from './postmaster.ts'
import { watchServer } from './watch.ts'

export interface EmbeddedOptions {
  /** The program's data directory; the database lives in its folder `postgres`. */
  dataDir: string
  /** False only for throw-away databases: when the machine stops, all rows may be lost. */
  durable?: boolean
  log?: (line: string) => void
}

export interface Embedded {
  /** The owner's connection, over a unix socket that only this user can reach. */
  connection: { host: string; port: number; user: string; database: string }
  /** Stops watching, and the server too unless another process still uses it. */
  stop: () => Promise<void>
}

const databaseName = 'shangmai'

/**
 * Starts the embedded PostgreSQL, or adopts the one that a killed process left running, and
 * restarts it whenever it dies while this process lives.
 * @throws with the server's own words when it does not start
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const place = placeOf(options.dataDir)
  createPlace(place)
  const binaries = findBinaries()
  const identity = chooseIdentity(place, binaries.postgres)
  initialiseCluster(place, binaries, identity)
  const { durable = true, log = () => undefined } = options
  const server: Server = { place, binaries, identity, durable, log }
  await ensureRunning(server)
  await createDatabase(server)
  const stop = await watchServer(server)
  return { connection: connectionTo(place, databaseName), stop }
}

async function createDatabase(server: Server): Promise<void> {
  await withClient(connectionTo(server.place, 'postgres'), async (client) => {
    const text = 'select 1 from pg_database where datname = $1'
    if ((await client.query(text, [databaseName])).rowCount) return
    await client.query(`create database ${databaseName}`).catch((error: unknown) => {
      // Another process that started at the same time was first.
      if (!isDuplicate(error)) throw error
    })
  })
}

function isDuplicate(error: unknown): boolean {
  return error instanceof DatabaseError && ['42P04', '23505'].includes(error.code ?? '')
}
