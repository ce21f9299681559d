/** Starts a server as its own process, waits until it answers, knows how much memory it holds. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

export interface Server {
  origin: string
  /** From the start of the process to the first answer. */
  startMs: number
  /** Resident memory in megabytes; null where the system does not tell. */
  memoryMb(): number | null
  stop(): Promise<void>
}

const longestStartMs = 60_000

/** @param script file that listens on PORT; @param ready path that answers 200 once it is up */
export async function startServer(
  script: string,
  environment: Record<string, string>,
  ready: string,
): Promise<Server> {
  const port = await freePort()
  const startedAt = performance.now()
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, ...environment, PORT: String(port), HOST: '127.0.0.1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const origin = `http://127.0.0.1:${port}`
  await untilReady(child, `${origin}${ready}`)
  return {
    origin,
    startMs: performance.now() - startedAt,
    memoryMb: () => memoryOf(child.pid),
    stop: () => stop(child),
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  const until = performance.now() + longestStartMs
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}`)
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return
    await delay(10)
  }
  child.kill('SIGKILL')
  throw new Error(`${url} does not answer`)
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

function memoryOf(pid: number | undefined): number | null {
  const file = `/proc/${pid}/status`
  if (!existsSync(file)) return null
  const found = /^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(file, 'utf8'))
  return found ? Math.round(Number(found[1]) / 1024) : null
}
