/** Whether a process runs, told by its number. */
import { existsSync, readFileSync } from 'node:fs'

/** False also for a process that has ended but that its parent has not taken leave of. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  return stateOf(pid)?.state !== 'Z'
}

/** Whether the process runs another program; where that cannot be told, it does not. */
export function isOther(pid: number, program: string): boolean {
  const name = stateOf(pid)?.name
  return name !== undefined && name !== program
}

// The line is `number (name) state …`, and a name may hold anything.
function stateOf(pid: number): { name: string; state: string } | undefined {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return undefined
  const [, name, state] = /^\d+ \((.*)\) (\S)/s.exec(readFileSync(file, 'utf8')) ?? []
  return name && state ? { name, state } : undefined
}
