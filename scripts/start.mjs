/** `npm start`: from a fresh clone to a running program; `--dev` reloads while one works on it. */
import { spawn } from 'node:child_process'
import { ensureWebBuilt } from './build.mjs'
import { ensureInstalled, environment, program, root, runtime } from './install.mjs'

const flags = process.argv.slice(2)
const dev = flags.includes('--dev')
const server = ['src/app/server.ts', ...flags.filter((flag) => flag !== '--dev')]

/** A pause, so that a program that dies again and again leaves room for others. */
const breathMs = 1000

const children = new Set()
let told = false

for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) {
  process.on(signal, () => {
    told = true
    // A terminal tells Ctrl-C to every process itself; a second one would cut the stop short.
    if (signal === 'SIGINT' && process.stdin.isTTY) return
    for (const child of children) child.kill(signal)
  })
}

ensureInstalled()
if (dev) startDevelopment()
else {
  ensureWebBuilt()
  keepRunning()
}

function start(command, args, { extra = {}, stdio = 'inherit' } = {}) {
  const child = spawn(command, args, { cwd: root, stdio, env: environment(extra) })
  children.add(child)
  child.on('exit', () => children.delete(child))
  child.on('error', (error) => {
    console.error(`${command} could not be started: ${error.message}`)
    process.exit(1)
  })
  return child
}

// A program that was ready and then ended by itself (killed, out of memory) is started again; one
// that does not come up at all, or was told to stop, is not.
function keepRunning() {
  let ready = false
  const child = start(runtime(), server, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  child.once('message', () => (ready = true))
  child.on('exit', (code, signal) => {
    if (told || code === 0 || !ready) return end(code, signal)
    console.error(`The program ended (${signal ?? code}) and is started again.`)
    setTimeout(() => (told ? end(code, signal) : keepRunning()), breathMs)
  })
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
  const extra = {
    SHANGMAI_SERVER: `http://127.0.0.1:${port}`,
    // The page that reloads itself is the one to open.
    PUBLIC_URL: process.env['PUBLIC_URL'] || `http://localhost:${port + 1}`,
  }
  const vite = start(program('vite'), ['--port', String(port + 1), '--strictPort'], { extra })
  const api = start(runtime(), ['--watch', '--watch-preserve-output', ...server], { extra })
  // Neither is of use without the other; one that was told to stop already is left alone.
  vite.on('exit', () => api.killed || api.kill('SIGTERM'))
  api.on('exit', () => vite.killed || vite.kill('SIGTERM'))
  endWith(api)
}
