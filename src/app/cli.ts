/** What the operator and the developer do from the command line. */
import { parseArgs } from 'node:util'
import { buildRegistry } from '#kernel/registry.ts'
import { writeMigration } from '#kernel/plan/write-migration.ts'
import { kernelModule } from '#kernel/kernel-module.ts'
import { modules } from '#modules/index.ts'
import { faultText } from './fault-text.ts'
import { checkBooks, makeBackup, planBackups, putBack } from './operate.ts'
import { writeGeneratedPages } from './write-map.ts'

const commands: Record<string, (args: string[]) => Promise<void> | void> = {
  plan(args) {
    const registry = buildRegistry([kernelModule, ...modules])
    const path = writeMigration('migrations', [...registry.entities.values()], args[0] ?? 'change')
    console.log(path ? `Wrote ${path}. Read it before you commit it.` : 'Nothing to migrate.')
  },
  map: () => writeGeneratedPages(buildRegistry([kernelModule, ...modules])),
  backup(args) {
    const options = {
      portable: { type: 'boolean', default: false },
      daily: { type: 'string' },
      keep: { type: 'string' },
    } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const { daily, keep } = values
    if (daily !== undefined || keep !== undefined)
      return planBackups({ ...(daily ? { daily } : {}), ...(keep ? { keep } : {}) })
    const [folder] = positionals
    return makeBackup({ portable: values.portable, ...(folder ? { folder } : {}) })
  },
  restore: ([folder]) => putBack(folder),
  'check-books': () => checkBooks(),
}

const [command = '', ...args] = process.argv.slice(2)
const run = commands[command]
if (!run) {
  console.error(`Known commands: ${Object.keys(commands).join(', ')}`)
  process.exitCode = 2
} else {
  try {
    await run(args)
  } catch (error) {
    console.error(faultText(error))
    process.exitCode = 1
  }
}
