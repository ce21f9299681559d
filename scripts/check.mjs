/** `npm run check`: the checks alone, without the tests. */
import { runChecks } from './checks.mjs'
import { ensureInstalled } from './install.mjs'

ensureInstalled()
runChecks()
