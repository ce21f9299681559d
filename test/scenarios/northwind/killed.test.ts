/** The replay by eight writers, database and program killed again and again: the same figures. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { placeOf } from '#kernel/db/embedded/place.ts'
import { plus } from '#kernel/money/decimal.ts'
import { setUp, type Client } from '../client.ts'
import { startProduct, type Product } from '../product.ts'
import { checkBooksOf } from './check-books.ts'
import {
  documentRevenue,
  expectOnce,
  expectReceivables,
  expectStock,
  withDatabase,
} from './figures.ts'
import { importMasters, type House } from './import-masters.ts'
import { company } from './company.ts'
import { rawRows } from './raw.ts'
import { replayOrders, type Replayed } from './replay.ts'

const kills = 6

describe('Northwind under kill -9', { timeout: 900_000 }, () => {
  let product: Product
  let client: Client
  let house: House
  let replayed: Replayed
  let killed = 0

  beforeAll(async () => {
    product = await startProduct()
    client = await setUp(product.url, company)
    house = await importMasters(client)
    const replaying = { going: true }
    const killing = killNowAndThen(product, replaying)
    replayed = await replayOrders(client, house, 8).finally(() => {
      replaying.going = false
    })
    killed = await killing
  }, 900_000)

  afterAll(() => product?.close())

  test('there were kills, and every acknowledged document is there once', async () => {
    expect(killed).toBeGreaterThanOrEqual(2)
    expect(product.crashes()).toBe(0)
    await withDatabase(product, (database) => expectOnce(database, replayed.acknowledged))
  })

  test('the figures are those of the undisturbed replay', async () => {
    const { byLine } = documentRevenue(rawRows('order-details'))
    await withDatabase(product, async (database) => {
      const { rows } = await database.query(
        'select (sum(total) - sum(freight))::text as revenue from "order"',
      )
      expect(plus(rows[0].revenue, '0')).toBe(plus(byLine, '0'))
      await expectReceivables(database)
    })
    await expectStock(client, house)
    expect(await checkBooksOf(product)).toContain('All books are true.')
  })
})

/** Kills database and program by turns, at random moments; the program starts as if supervised. */
async function killNowAndThen(product: Product, replaying: { going: boolean }): Promise<number> {
  let count = 0
  while (replaying.going && count < kills) {
    await delay(2000 + Math.random() * 4000)
    if (!replaying.going) break
    if (count % 2 === 0) execFileSync('kill', ['-9', postmasterOf(product)])
    else {
      await product.kill()
      await product.start()
    }
    count += 1
  }
  return count
}

function postmasterOf({ dataDir }: Product): string {
  return readFileSync(`${placeOf(dataDir).cluster}/postmaster.pid`, 'utf8').split('\n')[0] ?? ''
}
