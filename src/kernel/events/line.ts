/** A connection that stays open to hear and tell news, and comes back when it breaks. */
import { Client, type PoolConfig } from 'pg'

export interface Line {
  /** @returns false when the line is down: nothing was told */
  tell(payload: string): Promise<boolean>
  close(): Promise<void>
}

export const channel = 'shangmai_changes'

const firstPauseMs = 500
const longestPauseMs = 10_000

/** @throws when the first connection cannot be made; later breaks are mended by itself */
export async function openLine(access: PoolConfig, hear: (payload: string) => void): Promise<Line> {
  let client: Client | null = null
  let timer: NodeJS.Timeout | null = null
  let pause = firstPauseMs
  let closed = false

  const lost = (broken: Client | null): void => {
    if (client === broken) client = null
    if (closed || client || timer) return
    timer = setTimeout(() => void again(), pause)
    pause = Math.min(pause * 2, longestPauseMs)
  }

  const again = async (): Promise<void> => {
    timer = null
    const next = await connect(access, hear, lost).catch(() => null)
    if (closed) await next?.end()
    else if (next) [client, pause] = [next, firstPauseMs]
    else lost(null)
  }

  client = await connect(access, hear, lost)
  return {
    tell: (payload) => tell(client, payload),
    async close() {
      closed = true
      if (timer) clearTimeout(timer)
      await client?.end()
    },
  }
}

async function connect(
  access: PoolConfig,
  hear: (payload: string) => void,
  lost: (broken: Client) => void,
): Promise<Client> {
  const client = new Client({ ...access, keepAlive: true, application_name: 'shangmai-changes' })
  // The break itself is told by `end`, which follows.
  client.on('error', () => undefined)
  client.on('notification', (message) => hear(message.payload ?? ''))
  await client.connect()
  try {
    await client.query(`listen ${channel}`)
  } catch (error) {
    await client.end()
    throw error
  }
  client.on('end', () => lost(client))
  return client
}

function tell(client: Client | null, payload: string): Promise<boolean> {
  if (!client) return Promise.resolve(false)
  return client.query('select pg_notify($1, $2)', [channel, payload]).then(
    () => true,
    () => false,
  )
}
