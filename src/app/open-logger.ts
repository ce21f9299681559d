/** The program's log: what happened and where, never what people wrote. */
import { type DestinationStream, type Logger, pino } from 'pino'

export function openLogger(level: string, into?: DestinationStream): Logger {
  const options = { level, serializers: { err: errorFacts } }
  return into ? pino(options, into) : pino(options)
}

export interface ErrorFacts {
  type: string
  message: string
  code?: string
  constraint?: string
  stack: string
  cause?: ErrorFacts
}

const deepestCause = 3

/** Of a failure what helps to find it. A database’s `detail` repeats the row and is left out. */
export function errorFacts(error: unknown, depth = 0): ErrorFacts | undefined {
  if (!(error instanceof Error)) return undefined
  const { code, constraint } = error as { code?: unknown; constraint?: unknown }
  const cause = depth < deepestCause ? errorFacts(error.cause, depth + 1) : undefined
  return {
    type: error.name,
    message: withoutValues(error),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    stack: framesOf(error),
    ...(cause ? { cause } : {}),
  }
}

/** The stack begins with the message; only where it happened is kept. */
function framesOf({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /u.test(line))
    .join('\n')
}

const quoted = /"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”/gu
const telling = /[^\s"'<>(),;]+@[^\s"'<>(),;]+|\+?\d[\d\s-]{5,}\d/gu
const identifier = /^[A-Za-z_$][\w$.]*$/u

/** Names of the database's own things and of the code stay; what stands there of data does not. */
function withoutValues(error: Error): string {
  const isOfDatabase = 'severity' in error
  const { constraint, table, column } = error as unknown as Record<string, unknown>
  const own = new Set([constraint, table, column])
  return error.message
    .replaceAll(quoted, (text) => {
      const word = text.slice(1, -1)
      const isName = isOfDatabase ? own.has(word) : identifier.test(word)
      return isName ? text : '…'
    })
    .replaceAll(telling, '…')
    .split('\n', 1)
    .join('')
}
