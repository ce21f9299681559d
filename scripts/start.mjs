/** `npm start`: from a fresh clone to a running program; `--dev` reloads while one works on it. */
import { spawn } from 'node:child_process'
import { ensureWebBuilt } from './build.mjs'
import { ensureInstalled, environment, program, root, runtime } from './install.mjs'

const flags = process.argv.slice(2)
const dev = flags.includes('--dev')
const server = ['src/app/server.ts', ...flags.filter((flag) => flag !== '--dev')]

/** Shorter than this, it never came up. */
const steadyMs = 10_000

ensureInstalled()
if (dev) startDevelopment()
else {
  ensureWebBuilt()
  keepRunning()
}

function start(command, args, extra = {}) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: environment(extra) })
  child.on('error', (error) => {
    console.error(`${command} could not be started: ${error.message}`)
    process.exit(1)
  })
  const pass = (signal) => child.exitCode === null && child.kill(signal)
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, pass)
  // A terminal tells Ctrl-C to every process itself; a second one would cut the stop short.
  process.on('SIGINT', () => process.stdin.isTTY || pass('SIGINT'))
  return child
}

// A program that ran and then ended by itself (killed, out of memory) is started again; one that
// does not come up at all, or was told to stop, is not.
function keepRunning() {
  let told = false
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) process.on(signal, () => (told = true))
  const run = (args) => {
    const since = Date.now()
    const child = start(runtime(), args)
    child.on('exit', (code, signal) => {
      const ran = Date.now() - since > steadyMs
      if (told || code === 0 || !ran) return end(code, signal)
      console.error(`The program ended (${signal ?? code}) and is started again.`)
      run(args)
    })
  }
  run(server)
}

// The exit code, or the signal, of the program is that of the command.
function endWith(child) {
  child.on('exit', end)
}

function end(code, signal) {
  if (!signal) process.exit(code ?? 1)
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
}

function startDevelopment() {
  const port = Number(process.env['PORT'] || 7300)
  const target = { SHANGMAI_SERVER: `http://127.0.0.1:${port}` }
  const vite = start(program('vite'), ['--port', String(port + 1), '--strictPort'], target)
  const api = start(runtime(), ['--watch', '--watch-preserve-output', ...server])
  // Neither is of use without the other; one that was told to stop already is left alone.
  vite.on('exit', () => api.killed || api.kill('SIGTERM'))
  api.on('exit', () => vite.killed || vite.kill('SIGTERM'))
  endWith(api)
}
