/** Tries one measurement on a kept seed, while one works on the speed of something. */
import { openHome } from './home.ts'
import { readOptions } from './options.ts'
const home = await openHome(readOptions(process.argv.slice(2)), console.log)
console.log(home.seeded.big.tenant, home.seeded.seconds)
await home.remove()
