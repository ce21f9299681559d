/** A thread that writes one slice of the seed over connections of its own. */
import { parentPort, workerData } from 'node:worker_threads'
import { Client, type PoolConfig } from 'pg'
import { buildRegistry } from '#kernel/registry.ts'
import { kernelModule } from '#kernel/kernel-module.ts'
import { modules } from '#modules/index.ts'
import type { Place } from '#kernel/field/field.ts'
import { tables, writeSlice, type Slice } from './slice.ts'

export interface Task {
  owner: PoolConfig
  place: Place
  slice: Slice
}

async function work({ owner, place, slice }: Task): Promise<void> {
  const clients = tables.map(() => new Client(owner))
  for (const client of clients) {
    await client.connect()
    // Foreign keys are true by the way the rows are made; checking a million of them takes minutes.
    await client.query('set session_replication_role = replica')
    await client.query('set synchronous_commit = off')
  }
  await writeSlice(buildRegistry([kernelModule, ...modules]), clients, place, slice)
  for (const client of clients) await client.end()
}

await work(workerData as Task)
parentPort?.postMessage('done')
