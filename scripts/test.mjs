/** `npm test`: everything, from a fresh clone; the tests' own summary is the end of the output. */
import { spawnSync } from 'node:child_process'
import { ensureWebBuilt } from './build.mjs'
import { runChecks } from './checks.mjs'
import { ensureInstalled, environment, program, root } from './install.mjs'

ensureInstalled()
runChecks()
ensureWebBuilt()
const options = { cwd: root, env: environment(), stdio: 'inherit' }
const tests = spawnSync(program('vitest'), ['run', ...process.argv.slice(2)], options)
process.exit(tests.status ?? 1)
