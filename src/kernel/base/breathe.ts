/** Long work makes room in between: for other requests, and for what it has sent to travel. */
import { setImmediate } from 'node:timers/promises'

/**
 * Cuts long work into parts that a person waiting for another answer does not notice.
 * @param size so many together, some milliseconds of work
 */
export async function* inParts<T>(all: readonly T[], size: number): AsyncGenerator<T[]> {
  for (let start = 0; start < all.length; start += size) {
    if (start > 0) await setImmediate()
    yield all.slice(start, start + size)
  }
}

/** Fetches the next one while the last one is being worked on. */
export async function* oneAhead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = source.next()
  try {
    for (let { done, value } = await next; !done; { done, value } = await next) {
      next = source.next()
      // Whoever stops early does not ask for it any more; its failure is then nobody's.
      next.catch(() => undefined)
      yield value as T
    }
  } finally {
    await source.return(undefined).catch(() => undefined)
  }
}
