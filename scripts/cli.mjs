/** `npm run backup` and its like: on a fresh clone too, and beside a program that is running. */
import { spawnSync } from 'node:child_process'
import { ensureInstalled, environment, isInstalled, root, runtime } from './install.mjs'

// What is installed stays as it is, even when the lock file has changed: somebody may run on it.
if (!isInstalled()) ensureInstalled()
const options = { cwd: root, env: environment(), stdio: 'inherit' }
const done = spawnSync(runtime(), ['src/app/cli.ts', ...process.argv.slice(2)], options)
process.exit(done.status ?? 1)
