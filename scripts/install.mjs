/** Installs what the lock file names, and finds the Node that the program runs on. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const stampFile = join(root, 'node_modules/.shangmai-lock')
const oldestInstaller = { node: 20, npm: 10 }
const oldestRuntime = 24

/** Ends the program with one plain sentence. */
export function stop(message) {
  console.error(`\n${message}`)
  process.exit(1)
}

/** Whether an installation is there, of this lock file or an earlier one. */
export function isInstalled() {
  return existsSync(stampFile)
}

/** Makes node_modules fit the lock file; does nothing when it already does. */
export function ensureInstalled() {
  refuseOldNode()
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const hash = createHash('sha256').update(lock).digest('hex')
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return
  if (!holdsEverything(JSON.parse(lock))) install()
  writeFileSync(stampFile, hash)
}

function refuseOldNode() {
  if (majorOf(process.versions.node) >= oldestInstaller.node) return
  stop(`Node ${oldestInstaller.node} or newer is needed, this is ${process.versions.node}.`)
}

function majorOf(version) {
  return Number.parseInt(version, 10)
}

// npm's own account of what it installed; packages for other platforms are not in it.
function holdsEverything(lock) {
  const account = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(account)) return false
  const installed = JSON.parse(readFileSync(account, 'utf8')).packages
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '') return true
    const found = installed[path]
    return found ? found.version === wanted.version : Boolean(wanted.optional)
  })
}

function install() {
  const npm = npmCommand()
  const startedAt = Date.now()
  console.log('Installing the packages; this happens once and takes about a minute …')
  const args = ['ci', '--no-audit', '--no-fund', '--ignore-scripts']
  const everything = ['--include=dev', '--include=optional', '--loglevel=error']
  const done = npm([...args, ...everything])
  if (done.status !== 0) {
    stop(`The installation failed. npm said:\n${done.stderr || done.stdout || done.error}`)
  }
  console.log(`Installed in ${secondsSince(startedAt)} s.`)
}

function npmCommand() {
  const own = process.env['npm_execpath']
  const isScript = own?.endsWith('.js')
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }
  const npm = (args) =>
    isScript
      ? spawnSync(process.execPath, [own, ...args], options)
      : spawnSync('npm', args, options)
  const version = npm(['--version'])
  if (version.status !== 0) stop('npm is missing; it comes with Node (https://nodejs.org).')
  if (majorOf(version.stdout) < oldestInstaller.npm) {
    stop(`npm ${oldestInstaller.npm} or newer is needed, this is ${version.stdout.trim()}.`)
  }
  return npm
}

/** Seconds with one decimal since an instant in milliseconds. */
export function secondsSince(startedAt) {
  return ((Date.now() - startedAt) / 1000).toFixed(1)
}

/** Path of the Node that runs the program: the one in node_modules, else a recent own one. */
export function runtime() {
  const installed = join(root, 'node_modules/.bin/node')
  const answer = spawnSync(installed, ['--version'], { encoding: 'utf8' })
  if (answer.status === 0) return installed
  if (majorOf(process.versions.node) >= oldestRuntime) return process.execPath
  return stop(
    `No Node could be installed for ${process.platform}-${process.arch}. ` +
      `Install Node ${oldestRuntime} or newer, this is ${process.versions.node}.`,
  )
}

/** Environment in which programs of node_modules, and the right Node, come first. */
export function environment(extra = {}) {
  const first = [dirname(runtime()), join(root, 'node_modules/.bin')]
  const path = [...first, process.env['PATH'] ?? ''].join(delimiter)
  // What TypeScript and V8 made of a file is kept: a start takes half the time.
  const kept = { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled') }
  return { ...kept, ...process.env, PATH: path, ...extra }
}

/** Path of a program that came with a package. */
export function program(name) {
  return join(root, 'node_modules/.bin', name)
}
