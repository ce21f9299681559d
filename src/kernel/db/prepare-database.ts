/** From the settings to a database that fits the program: started, migrated, roles in place. */
import { backup } from './backup/backup.ts'
import { startEmbedded } from './embedded/embedded.ts'
import { migrate } from './migrate/migrate.ts'
import { type DatabaseAccess, prepareRoles } from './roles.ts'
import { withClient } from './with-client.ts'

export interface DatabaseOptions {
  dataDir: string
  backupDir: string
  /** Folder of the migrations. */
  migrations: string
  now: Date
  log: (line: string) => void
  /** A database server; without it the embedded one is used. */
  databaseUrl?: string | undefined
  /** Another login of that server for daily work. */
  databaseAppUrl?: string | undefined
}

export interface PreparedDatabase {
  access: DatabaseAccess
  /** Stops the embedded server; does nothing for another one. */
  stop: () => Promise<void>
}

const oldestVersion = 15

/**
 * Starts the embedded database or connects to the given server, and migrates it; an upgrade is
 * preceded by a backup.
 * @throws with one plain sentence when the server cannot be used or a migration fails
 */
export async function prepareDatabase(options: DatabaseOptions): Promise<PreparedDatabase> {
  const reached = await reachDatabase(options)
  try {
    await bringUpToDate(reached.access, options)
    return reached
  } catch (error) {
    await reached.stop()
    throw error
  }
}

/**
 * As prepareDatabase, but the tables stay as they are: beside a running program of any version.
 * @throws with one plain sentence when the server cannot be used
 */
export async function reachDatabase(
  options: Pick<DatabaseOptions, 'dataDir' | 'databaseUrl' | 'databaseAppUrl' | 'log'>,
): Promise<PreparedDatabase> {
  const { dataDir, log, databaseUrl, databaseAppUrl } = options
  const embedded = databaseUrl ? undefined : await startEmbedded({ dataDir, log })
  const stop = async () => embedded?.stop()
  try {
    const owner = embedded?.connection ?? { connectionString: databaseUrl }
    const unfit = unfitness(await askServer(owner))
    if (unfit) throw new Error(unfit)
    return { access: await prepareRoles(owner, databaseAppUrl), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

interface ServerFacts {
  /** As the server says it, e.g. `15.18 (Debian 15.18-0+deb12u1)`. */
  version: string
  /** Of the database, e.g. `UTF8`. */
  encoding: string
}

async function askServer(owner: DatabaseAccess['owner']): Promise<ServerFacts> {
  const text = `select current_setting('server_version') as version,
    current_setting('server_encoding') as encoding`
  return withClient(owner, async (client) => (await client.query(text)).rows[0])
}

/** Why a server cannot be used, in one sentence; undefined when it can. */
export function unfitness({ version, encoding }: ServerFacts): string | undefined {
  const major = Number.parseInt(version, 10)
  if (!(major >= oldestVersion))
    return `PostgreSQL ${oldestVersion} or newer is needed, the server is ${version}.`
  if (encoding !== 'UTF8') return `The database must be in UTF8, it is in ${encoding}.`
  return undefined
}

// The files are left out: an upgrade touches none, and there may be many.
async function bringUpToDate(access: DatabaseAccess, options: DatabaseOptions): Promise<void> {
  const { dataDir, backupDir, now, log, migrations } = options
  const beforeUpgrade = async () => {
    const owner = access.owner
    const wish = { withFiles: false, cause: 'upgrade' } as const
    const folder = await backup({ owner, dataDir, backupDir, now, ...wish })
    log(`Backed the database up before the upgrade: ${folder}`)
  }
  await migrate({ owner: access.owner, folder: migrations, log, beforeUpgrade })
}
