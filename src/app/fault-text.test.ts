/** What cannot be done is told in a sentence; a fault of the program shows where it happened. */
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { faultText } from './fault-text.ts'

async function thrownBy(work: () => unknown): Promise<unknown> {
  try {
    return await work()
  } catch (error) {
    return error
  }
}

test('a port in use, a silent server and an unknown option are one sentence each', async () => {
  const first = createServer().listen(0, '127.0.0.1')
  await once(first, 'listening')
  const { port } = first.address() as AddressInfo
  const second = createServer().listen(port, '127.0.0.1')
  const [taken] = await once(second, 'error')
  expect(faultText(taken)).toBe(`127.0.0.1:${port} is in use by another program: set PORT or HOST.`)
  first.close()
  await once(first, 'close')
  const silent = await thrownBy(() => new Client({ host: 'localhost', port }).connect())
  expect(faultText(silent)).toMatch(/^(?:connect ECONNREFUSED \S+:\d+: is DATABASE_URL .+\n?)+$/u)
  const args = ['--emtpy']
  const unknown = await thrownBy(() => parseArgs({ args, options: { empty: { type: 'boolean' } } }))
  expect(faultText(unknown)).toMatch(/^Unknown option '--emtpy'/u)
})

test('a folder that cannot be used is named with the setting', async () => {
  const file = fileURLToPath(import.meta.url)
  const taken = await thrownBy(() => mkdirSync(file))
  expect(faultText(taken)).toBe(`${file} is a file, no folder: set DATA_DIR.`)
  const through = await thrownBy(() => mkdirSync(join(file, 'data')))
  expect(faultText(through)).toMatch(
    /^\S+ leads through a file, which is no folder: set DATA_DIR\.$/u,
  )
})

test('a fault of the program shows where it happened', async () => {
  const fault = await thrownBy(() => (undefined as unknown as { name: string }).name)
  expect(faultText(fault)).toMatch(/TypeError[^]*fault-text\.test\.ts/u)
})
