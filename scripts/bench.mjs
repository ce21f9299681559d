/** `npm run bench`: measures the numbers that the program holds itself to. */
import { spawnSync } from 'node:child_process'
import { ensureWebBuilt } from './build.mjs'
import { ensureInstalled, environment, root, runtime } from './install.mjs'

ensureInstalled()
ensureWebBuilt()
const options = { cwd: root, env: environment(), stdio: 'inherit' }
const bench = spawnSync(runtime(), ['test/bench/bench.ts', ...process.argv.slice(2)], options)
process.exit(bench.status ?? 1)
