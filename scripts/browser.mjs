/** Says what is missing when the tests have no browser; run by the Node that reads TypeScript. */
import { findBrowser, thisMachine } from '../src/kernel/testing/find-browser.ts'

try {
  findBrowser(thisMachine)
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
