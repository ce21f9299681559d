/** The part of a file that a browser asks for, to go on with a download or to jump in a film. */
import type { FastifyRequest } from 'fastify'
import type { ByteRange } from './store.ts'

/**
 * One range as RFC 9110 (14.1.2) has it; several at once are answered with the whole file.
 * @returns null for the whole file, 'beyond' for a range outside of it
 */
export function rangeIn(
  request: FastifyRequest,
  size: number,
  tag: string,
): ByteRange | 'beyond' | null {
  const condition = request.headers['if-range']
  if (condition !== undefined && condition !== tag) return null
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/u.exec(request.headers.range ?? '') ?? []
  if (first === '' && last === '') return null
  if (first === '') return lastBytes(Number(last), size)
  const [start, end] = [Number(first), last === '' ? size - 1 : Math.min(Number(last), size - 1)]
  if (last !== '' && Number(last) < start) return null
  return start < size ? { start, end } : 'beyond'
}

function lastBytes(many: number, size: number): ByteRange | 'beyond' {
  if (many === 0 || size === 0) return 'beyond'
  return { start: Math.max(0, size - many), end: size - 1 }
}
