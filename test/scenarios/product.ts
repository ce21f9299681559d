/** The product as operators run it: its own process and folder, stopped, killed, started again. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

export interface Product {
  url: string
  dataDir: string
  /** Ends the program at once, as a power cut would. */
  kill(): Promise<void>
  /** Tells the program something without waiting for what it does. */
  tell(signal: NodeJS.Signals): void
  /** Waits until the program, told to stop, has ended. @returns its exit code, null when killed */
  ended(): Promise<number | null>
  /** Starts the program again after it has ended. */
  start(): Promise<void>
  /** How often it ended by itself; a program that meets a dead database must live on. */
  crashes(): number
  /** Stops it properly and removes its folder. */
  close(): Promise<void>
}

/** Starts a product, empty or with the demo company, and waits until it answers. */
export async function startProduct(company: 'none' | 'demo' = 'none'): Promise<Product> {
  const wish = company === 'none' ? ['--empty'] : []
  const dataDir = await mkdtemp(join(tmpdir(), 'shangmai-scenario-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let running: ChildProcess | null = null
  let crashes = 0
  const start = async () => {
    running = spawn(process.execPath, ['src/app/server.ts', ...wish], {
      env: {
        ...process.env,
        DATA_DIR: dataDir,
        PORT: String(port),
        RATE_LIMIT: '0',
        LOG_LEVEL: 'error',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const child = running
    child.once('exit', () => {
      if (running === child) crashes += 1
    })
    await untilReady(url, child)
  }
  const end = async (signal: NodeJS.Signals) => {
    const child = running
    running = null
    if (!child || child.exitCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  await start()
  return {
    url,
    dataDir,
    start,
    kill: () => end('SIGKILL'),
    tell: (signal) => void running?.kill(signal),
    ended: async () => {
      const child = running
      running = null
      if (child && child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      return child?.exitCode ?? null
    },
    crashes: () => crashes,
    close: async () => {
      await end('SIGTERM')
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 1800; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`The product ended with ${child.exitCode}`)
    const ready = await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ready) return
    await delay(100)
  }
  throw new Error('The product does not answer')
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}
