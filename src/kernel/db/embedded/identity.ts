/** As whom the embedded database runs: PostgreSQL refuses to run as root. */
import { spawnSync } from 'node:child_process'
import { chmodSync, lstatSync } from 'node:fs'
import { userInfo } from 'node:os'
import type { Place } from './place.ts'

export interface Identity {
  /** Set when the process must change its user. */
  user?: { uid: number; gid: number }
  /** Program and arguments that the command is started through. */
  through: readonly string[]
  /** Owner and group that the database's folders must have. */
  owner: { uid: number; gid: number }
}

// In a namespace of its own the process has a user that every machine knows, and the same rights.
const mapped = ['unshare', '--user', '--map-user=1', '--map-group=1']

/**
 * Chooses the first identity that can enter both the programs and the data directory, and
 * gives it the database's folders.
 * @throws when run as root in a place that no other user can enter
 */
export function chooseIdentity(place: Place, program: string): Identity {
  const self = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  const owner = self.uid === 0 ? ownerUnderRoot(place) : self
  refuseForeign(place.socket, [self.uid, owner.uid])
  if (self.uid !== 0) return { through: isNamed() ? [] : mapped, owner }
  const found = candidates(owner).find((candidate) => canRun(candidate, place, program))
  if (found) return found
  throw new Error(
    `The embedded database cannot run as root here: no other user can enter ${place.dataDir}. ` +
      'Start as a normal user, or move the program to a directory that others can enter.',
  )
}

// A database that a normal user made stays that user's when root starts it.
function ownerUnderRoot(place: Place): Identity['owner'] {
  const { uid, gid } = lstatSync(place.cluster)
  return uid === 0 ? { uid: numberOf('-u'), gid: numberOf('-g') } : { uid, gid }
}

// PostgreSQL cannot be initialised by a user without a name, as containers run under.
function isNamed(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

function numberOf(flag: '-u' | '-g'): number {
  const answer = spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' })
  const found = Number.parseInt(answer.stdout ?? '', 10)
  return Number.isNaN(found) ? 65534 : found
}

function candidates(owner: Identity['owner']): Identity[] {
  const root = { uid: 0, gid: 0 }
  const capable = ['setpriv', `--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups']
  const entering = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override']
  return [
    { user: owner, through: [], owner },
    { through: mapped, owner: root },
    { through: [...capable, ...entering], owner },
  ]
}

function canRun(identity: Identity, place: Place, program: string): boolean {
  give(identity, place.socket)
  give(identity, place.cluster)
  const script = 'test -w "$1" && test -w "$2" && "$3" --version'
  const args = ['-c', script, 'sh', place.socket, place.cluster, program]
  const [command, all] = wrap(identity, 'sh', args)
  return spawnSync(command, all, { ...identity.user, cwd: '/', stdio: 'ignore' }).status === 0
}

/** Makes a folder and all in it the identity's own, closed to everyone else. */
export function give(identity: Identity, folder: string): void {
  const { uid, gid } = identity.owner
  if (lstatSync(folder).uid !== uid) {
    spawnSync('chown', ['-R', `${uid}:${gid}`, folder], { stdio: 'ignore' })
  }
  chmodSync(folder, 0o700)
}

// A short socket folder lies in a directory where anyone can create files.
function refuseForeign(folder: string, allowed: readonly number[]): void {
  const { uid } = lstatSync(folder)
  if (!allowed.includes(uid)) throw new Error(`${folder} belongs to another user (${uid}).`)
}

/** The command line that runs a program as this identity. */
export function wrap(
  identity: Identity,
  program: string,
  args: readonly string[],
): [string, string[]] {
  const [first = program, ...rest] = [...identity.through, program, ...args]
  return [first, rest]
}
