/** The commands of the README as an operator types them, each a process of its own. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'

export interface Running {
  /** All that it said so far. */
  said(): string
  /** Waits until it says this once more than before. @throws when it ends instead */
  untilSaid(text: string): Promise<void>
  /** Tells it to stop. @returns its exit code, null when the signal ended it */
  stop(): Promise<number | null>
  /** Waits until it and whoever speaks for it have nothing more to say. @returns as stop */
  ended(): Promise<number | null>
  /** The processes that it started, and those that they started. */
  tree(): Process[]
}

export interface Process {
  pid: number
  command: string
}

export type Environment = Readonly<Record<string, string>>

/** `npm start` and its like; `extra` are settings of the product. */
export function runNpm(args: readonly string[], extra: Environment): Running {
  const env = { ...process.env, LOG_LEVEL: 'error', ...extra, NO_UPDATE_NOTIFIER: '1' }
  const child = spawn('npm', args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const exited = once(child, 'exit')
  const ended = once(child, 'close').then(() => child.exitCode)
  let said = ''
  let heard = 0
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  }
  return {
    said: () => said,
    async untilSaid(text) {
      while (!said.includes(text, heard)) {
        if (child.exitCode !== null) throw new Error(`It ended, having said: ${said}`)
        await delay(50)
      }
      heard = said.indexOf(text, heard) + text.length
    },
    async stop() {
      child.kill('SIGTERM')
      await exited
      return child.exitCode
    },
    ended: () => ended,
    tree: () => treeBelow(child.pid ?? 0),
  }
}

/** Runs a command to its end. */
export async function npm(args: readonly string[], extra: Environment) {
  const running = runNpm(args, extra)
  const code = await running.ended()
  return { code, said: running.said() }
}

function treeBelow(root: number): Process[] {
  const listed = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,command='], { encoding: 'utf8' }).stdout
  const all = listed.split('\n').flatMap((line) => {
    const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/u.exec(line) ?? []
    return pid ? [{ pid: Number(pid), parent: Number(parent), command }] : []
  })
  const below = (pid: number): typeof all =>
    all.filter(({ parent }) => parent === pid).flatMap((one) => [one, ...below(one.pid)])
  return below(root)
}
