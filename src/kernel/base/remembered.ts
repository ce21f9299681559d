/** Answers kept for a short while, so that a hot path does not ask the database each time. */

export interface Remembered<T> {
  get(key: string): Promise<T>
  forget(key: string): void
}

/** One question at a time per key; failures are not remembered. */
export function remembered<T>(forMs: number, ask: (key: string) => Promise<T>): Remembered<T> {
  const known = new Map<string, { until: number; answer: Promise<T> }>()
  return {
    get(key) {
      const now = performance.now()
      const entry = known.get(key)
      if (entry && entry.until > now) return entry.answer
      const answer = ask(key)
      known.set(key, { until: now + forMs, answer })
      answer.catch(() => known.delete(key))
      return answer
    },
    forget(key) {
      known.delete(key)
    },
  }
}
