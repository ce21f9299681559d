/** Starts, finds and stops the server process of one cluster. */
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { withClient } from '../with-client.ts'
import type { Binaries } from './binaries.ts'
import { type Identity, wrap } from './identity.ts'
import { embeddedOwner, serverEnvironment } from './initialise.ts'
import type { Place } from './place.ts'
import { isAlive, isOther, readIfThere } from './process-state.ts'
import { serverArguments } from './server-settings.ts'

/** Everything that one cluster is run with. */
export interface Server {
  place: Place
  binaries: Binaries
  identity: Identity
  durable: boolean
  log: (line: string) => void
}

const port = 5432
// After a kill the old backends hold the shared memory for some seconds.
const patienceMilliseconds = 20_000
const staleLockMilliseconds = 3_000
const stopMilliseconds = 60_000

/** How to reach a database of the cluster. */
export function connectionTo(place: Place, database: string) {
  return { host: place.socket, port, user: embeddedOwner, database }
}

/**
 * Adopts the server that answers, else starts one and waits until it answers; several processes
 * may do so at once, the server's own lock file lets one win.
 * @throws with the end of the server's log when it does not come up
 */
export async function ensureRunning(server: Server): Promise<void> {
  let child: ChildProcess | undefined
  let triedAt = 0
  let hopeSince = Date.now()
  for (;;) {
    const state = await stateOf(server.place)
    if (state === 'ready') return
    if (state === 'starting') hopeSince = Date.now()
    const waited = Date.now() - hopeSince
    if (waited > patienceMilliseconds) throw new Error(startFailure(server.place))
    if (waited > staleLockMilliseconds) removeStaleLock(server.place)
    if (state === 'absent' && !isRunning(child) && Date.now() - triedAt > 250) {
      triedAt = Date.now()
      child = spawnServer(server)
    }
    await delay(30)
  }
}

function isRunning(child: ChildProcess | undefined): boolean {
  return child !== undefined && child.exitCode === null && child.signalCode === null
}

type State = 'ready' | 'starting' | 'absent'

async function stateOf(place: Place): Promise<State> {
  try {
    await withClient(connectionTo(place, 'postgres'), (client) => client.query('select 1'))
    return 'ready'
  } catch (error) {
    return stateFrom(error)
  }
}

function stateFrom(error: unknown): State {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === '53300') return 'ready'
  return code === '57P03' ? 'starting' : 'absent'
}

// Detached: Ctrl-C in the terminal must stop the program first, then its database.
function spawnServer(server: Server): ChildProcess {
  const { place, binaries, identity } = server
  const output = openSync(place.startLog, 'w', 0o600)
  const [command, args] = wrap(identity, binaries.postgres, serverArguments(place, server.durable))
  const child = spawn(command, args, {
    ...identity.user,
    cwd: '/',
    env: serverEnvironment(),
    detached: true,
    stdio: ['ignore', output, output],
  })
  child.on('error', (error) => server.log(`The database could not be started: ${error.message}`))
  child.unref()
  closeSync(output)
  return child
}

function startFailure(place: Place): string {
  const said = readIfThere(place.startLog) ?? ''
  const end = said.trim().split('\n').slice(-8).join('\n')
  return `The embedded database in ${place.cluster} does not start. It said:\n${end}`
}

/** Process number of the server that holds the cluster, or undefined. */
export function serverProcess(place: Place): number | undefined {
  const pid = lockHolder(place)
  return pid !== undefined && isAlive(pid) ? pid : undefined
}

function lockFile(place: Place): string {
  return join(place.cluster, 'postmaster.pid')
}

function lockHolder(place: Place): number | undefined {
  const pid = Number.parseInt(readIfThere(lockFile(place)) ?? '', 10)
  return pid > 0 ? pid : undefined
}

// In a container the number of a killed server soon belongs to another program, or nobody takes
// leave of it; the server then believes that it still runs.
function removeStaleLock(place: Place): void {
  const pid = lockHolder(place)
  if (pid === undefined || (isAlive(pid) && !isOther(pid, 'postgres'))) return
  rmSync(lockFile(place), { force: true })
}

/** Stops the server: clients are cut off, everything acknowledged is on disk. */
export async function stopServer(place: Place): Promise<void> {
  const pid = serverProcess(place)
  if (pid === undefined) return
  const startedAt = Date.now()
  process.kill(pid, 'SIGINT')
  let forced = false
  while (serverProcess(place) === pid) {
    if (!forced && Date.now() - startedAt > stopMilliseconds) {
      forced = true
      process.kill(pid, 'SIGQUIT')
    }
    await delay(10)
  }
}
