/** Notices at once when the embedded database dies, and brings it back. */
import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'
import { type Server, connectionTo, ensureRunning, stopServer } from './postmaster.ts'

// Held, shared, by every process that uses the server: the last one to let go stops it.
const usage = "hashtext('shangmai.usage')"
const retryMilliseconds = 2_000

/** Watches the server over one idle connection; the answer ends the watch and the use. */
export async function watchServer(server: Server): Promise<() => Promise<void>> {
  let stopping = false
  let client = await openWatch(server)
  let revival = Promise.resolve()
  const follow = () => client.once('end', () => (revival = stopping ? revival : revive()))
  const revive = async () => {
    server.log('The embedded database stopped unexpectedly; restarting it.')
    const next = await reopen(server, () => stopping)
    if (!next) return
    client = next
    server.log('The embedded database is back.')
    follow()
  }
  follow()
  return async () => {
    stopping = true
    await revival
    if (await isLastUser(client)) await stopServer(server.place)
    await client.end()
  }
}

async function openWatch(server: Server): Promise<Client> {
  const client = new Client({
    ...connectionTo(server.place, 'postgres'),
    application_name: 'shangmai watch',
  })
  // The 'end' that always follows is what is acted on.
  client.on('error', () => undefined)
  await client.connect()
  await client.query(`select pg_advisory_lock_shared(${usage})`)
  return client
}

async function reopen(server: Server, stopping: () => boolean): Promise<Client | undefined> {
  while (!stopping()) {
    try {
      await ensureRunning(server)
      return await openWatch(server)
    } catch (error) {
      server.log(error instanceof Error ? error.message : String(error))
      await delay(retryMilliseconds)
    }
  }
  return undefined
}

async function isLastUser(client: Client): Promise<boolean> {
  try {
    await client.query(`select pg_advisory_unlock_shared(${usage})`)
    const answer = await client.query(`select pg_try_advisory_lock(${usage}) as alone`)
    return answer.rows[0].alone === true
  } catch {
    // The connection is gone, and with it this process's word on whether others remain.
    return true
  }
}
