/** What the operator reads when something cannot be done: one sentence, but all of a fault. */
import { inspect } from 'node:util'

const ownFaults = [TypeError, RangeError, ReferenceError, SyntaxError]

/** A plain sentence; of a fault of the program's own also where it happened. */
export function faultText(error: unknown): string {
  if (!(error instanceof Error) || isOwnFault(error)) return inspect(error)
  if (error instanceof AggregateError) return error.errors.map(faultText).join('\n')
  const { code, address, port } = error as NodeJS.ErrnoException & Record<string, unknown>
  const place = `${String(address)}:${String(port)}`
  if (code === 'EADDRINUSE') return `${place} is in use by another program: set PORT or HOST.`
  if (code === 'EADDRNOTAVAIL') return `${place} is no address of this machine: set HOST.`
  return error.message
}

// Node's own refusals of arguments are type errors too, but have a code.
function isOwnFault(error: Error): boolean {
  return !('code' in error) && ownFaults.some((kind) => error instanceof kind)
}
