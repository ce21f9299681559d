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
  const { dataDir, log, databaseUrl } = options
  const embedded = databaseUrl ? undefined : await startEmbedded({ dataDir, log })
  const stop = async () => embedded?.stop()
  try {
    const owner = embedded?.connection ?? { connectionString: databaseUrl }
    await refuseOldServer(owner)
    const access = await prepareRoles(owner, options.databaseAppUrl)
    await bringUpToDate(access, options)
    return { access, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function refuseOldServer(owner: DatabaseAccess['owner']): Promise<void> {
  return withClient(owner, async (client) => {
    const answer = await client.query<{ server_version: string }>('show server_version')
    const version = answer.rows[0]?.server_version ?? ''
    if (Number.parseInt(version, 10) >= oldestVersion) return
    throw new Error(`PostgreSQL ${oldestVersion} or newer is needed, the server is ${version}.`)
  })
}

// The files are left out: an upgrade touches none, and there may be many.
async function bringUpToDate(access: DatabaseAccess, options: DatabaseOptions): Promise<void> {
  const { dataDir, backupDir, now, log, migrations } = options
  const beforeUpgrade = async () => {
    const owner = access.owner
    const folder = await backup({ owner, dataDir, backupDir, now, withFiles: false })
    log(`Backed the database up before the upgrade: ${folder}`)
  }
  await migrate({ owner: access.owner, folder: migrations, log, beforeUpgrade })
}
