/** Whether a process runs, told by its number. */
import { readFileSync } from 'node:fs'

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
  const line = readIfThere(`/proc/${pid}/stat`) ?? ''
  const [, name, state] = /^\d+ \((.*)\) (\S)/s.exec(line) ?? []
  return name && state ? { name, state } : undefined
}

/** A file's text, or undefined when it has gone: asking first would leave time for it to go. */
export function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    // A process that ends while its state is read gives ESRCH.
    if (code === 'ENOENT' || code === 'ESRCH') return undefined
    throw error
  }
}
