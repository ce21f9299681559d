/** Builds the web app when something that it is made of has changed. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { environment, program, root, secondsSince, stop } from './install.mjs'

const stampFile = join(root, 'dist/web/.stamp')
const singleFiles = ['index.html', 'vite.config.ts', 'package-lock.json']

/** Builds dist/web unless it is newer than its sources. */
export function ensureWebBuilt() {
  const stamp = sourceStamp()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  const startedAt = Date.now()
  console.log('Building the web app …')
  const built = spawnSync(program('vite'), ['build', '--logLevel', 'warn'], {
    cwd: root,
    env: environment({ NODE_ENV: 'production' }),
    encoding: 'utf8',
  })
  if (built.status !== 0) stop(`The web app could not be built.\n${built.stdout}${built.stderr}`)
  writeFileSync(stampFile, stamp)
  console.log(`Built in ${secondsSince(startedAt)} s.`)
}

// Name, size and time of each file: reading them all would cost more than it saves.
function sourceStamp() {
  const hash = createHash('sha256')
  for (const file of [...singleFiles, ...sourcesIn('src'), ...sourcesIn('public')]) {
    const { size, mtimeMs } = statSync(join(root, file))
    hash.update(`${file}\n${size}\n${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function sourcesIn(folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => join(folder, name))
    .filter(
      (name) =>
        /\.(tsx?|js|json|css|svg|png|webmanifest)$/.test(name) && !/\.test\.tsx?$/.test(name),
    )
    .sort()
}
