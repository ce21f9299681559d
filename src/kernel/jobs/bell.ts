/** Rings the workers of every process once queued work is committed. */
import { createHash } from 'node:crypto'
import type { Db } from 'pg-boss'
import { queueSchema } from './queue-schema.ts'

export interface Bell {
  ring(names: Iterable<string>): void
  /** Rings what is still to be rung. */
  close(): Promise<void>
}

/** The channel on which pg-boss listens; the payload is the name of the job. */
const channel = `pgboss_${createHash('sha224').update(queueSchema).digest('hex').slice(0, 24)}`
const gatherMs = 20

/**
 * PostgreSQL lets one transaction at a time commit with a NOTIFY in it. So transactions of the
 * business carry none: after their commit the names are gathered and rung in one statement of its
 * own. A ring that is lost costs no job, workers also look by themselves.
 */
export function openBell(database: Db, onError: (error: unknown) => void): Bell {
  const waiting = new Set<string>()
  let timer: NodeJS.Timeout | null = null
  const ringAll = async () => {
    timer = null
    const names = [...waiting]
    waiting.clear()
    if (names.length === 0) return
    const text = 'select pg_notify($1, name) from unnest($2::text[]) as name'
    await database.executeSql(text, [channel, names]).catch(onError)
  }
  return {
    ring(names) {
      for (const name of names) waiting.add(name)
      timer ??= setTimeout(() => void ringAll(), gatherMs)
    },
    async close() {
      if (timer) clearTimeout(timer)
      await ringAll()
    },
  }
}
