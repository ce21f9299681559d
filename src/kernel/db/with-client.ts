/** One connection of its own for work that a pool is wrong for: locks, migrations, backups. */
import { Client, type ClientConfig } from 'pg'

/** Connects, works, and always disconnects. */
export async function withClient<T>(
  config: ClientConfig,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client(config)
  // A broken connection fails the query under way, or the next one; that is where it is told.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
