/** What the operator reads when something cannot be done: one sentence, but all of a fault. */
import { inspect } from 'node:util'

const ownFaults = [TypeError, RangeError, ReferenceError, SyntaxError]

const pathFaults: Record<string, string> = {
  EACCES: 'may not be written to',
  EPERM: 'may not be written to',
  EROFS: 'lies on a disk that is only read',
  EEXIST: 'is a file, no folder',
  ENOTDIR: 'leads through a file, which is no folder',
}

/** A plain sentence; of a fault of the program's own also where it happened. */
export function faultText(error: unknown): string {
  if (!(error instanceof Error) || isOwnFault(error)) return inspect(error)
  if (error instanceof AggregateError) return error.errors.map(faultText).join('\n')
  const { code, path, syscall, address, port } = error as NodeJS.ErrnoException &
    Record<string, unknown>
  const place = `${String(address)}:${String(port)}`
  if (code === 'EADDRINUSE') return `${place} is in use by another program: set PORT or HOST.`
  if (code === 'EADDRNOTAVAIL') return `${place} is no address of this machine: set HOST.`
  if (syscall === 'connect') return `${error.message}: is DATABASE_URL right, and the server up?`
  if (path !== undefined && code !== undefined && code in pathFaults)
    return `${path} ${pathFaults[code]}: set DATA_DIR.`
  return error.message
}

// Node's own refusals of arguments are type errors too, but have a code.
function isOwnFault(error: Error): boolean {
  return !('code' in error) && ownFaults.some((kind) => error instanceof kind)
}
