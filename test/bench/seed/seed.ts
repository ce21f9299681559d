/** Fills a fresh database: two companies, a big one and a small one, of the same make. */
import { Worker } from 'node:worker_threads'
import { cpus } from 'node:os'
import { Client, type PoolConfig } from 'pg'
import { pino } from 'pino'
import { readerOf } from '#kernel/action/caller.ts'
import { program } from '#kernel/access/person.ts'
import { bringKeysUpToDate } from '#kernel/duplicates/index-keys.job.ts'
import type { DatabaseAccess } from '#kernel/db/roles.ts'
import type { Place } from '#kernel/field/field.ts'
import { openHouse } from '#app/open-house.ts'
import type { Size } from '../options.ts'
import { openCompany, type Company } from './company.ts'
import { putIndexesBack, takeIndexes } from './indexes.ts'
import { writeInteractions } from './interactions.ts'
import { tables, type Slice } from './slice.ts'
import type { Task } from './worker.ts'

export interface Seeded {
  big: Company
  small: Company
  seconds: number
}

export async function seed(access: DatabaseAccess, dataDir: string, size: Size): Promise<Seeded> {
  const startedAt = performance.now()
  const { companies, places } = await openCompanies(access, dataDir, size)
  const [client, second] = [new Client(access.owner), new Client(access.owner)]
  await client.connect()
  await second.connect()
  const indexes = await takeIndexes(client, tables)
  for (const [index, company] of companies.entries())
    await fill(access.owner, places[index] as Place, company)
  for (const { tenant } of companies) await writeInteractions(client, tenant)
  for (const one of [client, second]) await one.query("set maintenance_work_mem = '512MB'")
  await putIndexesBack([client, second], indexes)
  await setCounters(client, companies)
  await client.query('analyze')
  await client.query('checkpoint')
  await client.end()
  await second.end()
  const [big, small] = companies
  if (!big || !small) throw new Error('Two companies are needed')
  return { big, small, seconds: (performance.now() - startedAt) / 1000 }
}

async function openCompanies(access: DatabaseAccess, dataDir: string, size: Size) {
  const log = pino({ level: 'warn' })
  const { house, close } = await openHouse({ access, dataDir, work: false, log })
  const companies: Company[] = []
  const places: Place[] = []
  for (const [index, customers] of [size.customers, size.small].entries()) {
    const company = await openCompany(house, index + 1, customers, size.products)
    companies.push(company)
    const caller = { tenant: company.tenant, person: program, via: 'setup' as const }
    places.push({ ...(await readerOf(house, caller)) })
    // What is written from here on has its keys: none is to be made afterwards.
    const call = { tenant: company.tenant, signal: new AbortController().signal }
    for (const entity of house.registry.entities.values())
      if (entity.duplicates) await bringKeysUpToDate(house, call, entity)
  }
  await close()
  return { companies, places }
}

async function fill(owner: PoolConfig, place: Place, company: Company): Promise<void> {
  const workers = Math.max(2, Math.min(4, cpus().length))
  const share = Math.ceil(company.customers / workers)
  const slices: Slice[] = Array.from({ length: workers }, (_, nth) => ({
    tenant: company.tenant,
    company: company.number,
    from: nth * share,
    until: Math.min((nth + 1) * share, company.customers),
    salespeople: company.salespeople,
    products: company.products,
    warehouse: company.warehouse,
  }))
  await Promise.all(slices.map((slice) => runWorker({ owner, place, slice })))
}

function runWorker(task: Task): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: task })
    worker.once('message', () => resolve())
    worker.once('error', reject)
    worker.once('exit', (code) => {
      if (code !== 0) reject(new Error(`A seeding thread ended with ${code}`))
    })
  })
}

/** The next customer gets the number behind the last one. */
async function setCounters(client: Client, companies: readonly Company[]): Promise<void> {
  for (const { tenant, customers } of companies)
    await client.query(
      `insert into counter (tenant, series, period, next) values ($1, 'customer.number', '', $2)
       on conflict (tenant, series, period) do update set next = excluded.next`,
      [tenant, customers + 1],
    )
}
