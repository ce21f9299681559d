/** `npm test`: everything, from a fresh clone; the tests' own summary is the end of the output. */
import { spawnSync } from 'node:child_process'
import { ensureWebBuilt } from './build.mjs'
import { runChecks } from './checks.mjs'
import { ensureInstalled, environment, program, root, runtime } from './install.mjs'

const wish = process.argv.slice(2)
const options = { cwd: root, stdio: 'inherit' }

ensureInstalled()
if (wish.length === 0) refuseWithoutBrowser()
runChecks()
ensureWebBuilt()
const run = { ...options, env: environment() }
const tests = spawnSync(program('vitest'), ['run', ...wish], run)
process.exit(tests.status ?? 1)

// Told at once, not after minutes.
function refuseWithoutBrowser() {
  const found = spawnSync(runtime(), ['scripts/browser.mjs'], options)
  if (found.status !== 0) process.exit(1)
}
