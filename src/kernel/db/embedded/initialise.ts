/** Makes the empty database cluster on the first start. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Binaries, majorVersion } from './binaries.ts'
import { type Identity, give, wrap } from './identity.ts'
import type { Place } from './place.ts'
import { isAlive } from './process-state.ts'

/** Superuser and owner of every table on the embedded server. */
export const embeddedOwner = 'shangmai_owner'

/**
 * Initialises the cluster unless it exists. It is made aside and renamed, so that an interrupted
 * first start leaves nothing half-made behind.
 * @throws when the cluster was made by another major version
 */
export function initialiseCluster(place: Place, binaries: Binaries, identity: Identity): void {
  if (isInitialised(place)) return refuseOtherVersion(place)
  removeLeftovers(place)
  const aside = `${place.cluster}.new-${process.pid}`
  mkdirSync(aside, { mode: 0o700 })
  give(identity, aside)
  runInitdb(aside, binaries, identity)
  try {
    renameSync(aside, place.cluster)
  } catch (error) {
    rmSync(aside, { recursive: true, force: true })
    // Another process that started at the same time was first.
    if (!isInitialised(place)) throw error
  }
}

/** Whether a start has made the database here already. */
export function isInitialised(place: Place): boolean {
  return existsSync(join(place.cluster, 'PG_VERSION'))
}

function refuseOtherVersion(place: Place): void {
  const found = readFileSync(join(place.cluster, 'PG_VERSION'), 'utf8').trim()
  if (found === majorVersion) return
  throw new Error(
    `The database in ${place.cluster} was made by PostgreSQL ${found}, this program brings ` +
      `${majorVersion}. Run with the version that made it: npm run backup -- --portable, ` +
      'and with this one and another DATA_DIR: npm run restore -- <that backup>',
  )
}

function removeLeftovers(place: Place): void {
  const prefix = `${basename(place.cluster)}.new-`
  for (const name of readdirSync(dirname(place.cluster))) {
    if (!name.startsWith(prefix) || isAlive(Number(name.slice(prefix.length)))) continue
    rmSync(join(dirname(place.cluster), name), { recursive: true, force: true })
  }
}

function runInitdb(folder: string, binaries: Binaries, identity: Identity): void {
  const [command, args] = wrap(identity, binaries.initdb, [
    `--pgdata=${folder}`,
    `--username=${embeddedOwner}`,
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--encoding=UTF8',
    // Nobody but the owner can reach the socket's folder.
    '--auth=trust',
    '--no-instructions',
    '--no-sync',
  ])
  const options = {
    ...identity.user,
    cwd: '/',
    env: serverEnvironment(),
    encoding: 'utf8' as const,
  }
  const answer = spawnSync(command, args, options)
  if (answer.status === 0) return
  const said = `${answer.stdout ?? ''}${answer.stderr ?? ''}${answer.error?.message ?? ''}`
  throw new Error(`The embedded database could not be initialised: ${said.trim()}`)
}

/** Only what the server needs: PGDATA, PGPORT and the like must not reach it. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' }
}
