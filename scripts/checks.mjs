/** The checks of types, style, format and unused code, each told in one line. */
import { spawnSync } from 'node:child_process'
import { environment, program, root, secondsSince, stop } from './install.mjs'

const checks = [
  ['types', 'tsc', ['--noEmit']],
  ['style', 'oxlint', ['--type-aware', '--deny-warnings']],
  ['format', 'oxfmt', ['--check']],
  ['unused code', 'knip', []],
]

/** Runs every check; the first that fails prints what it found and ends the program. */
export function runChecks() {
  for (const [label, name, args] of checks) {
    const startedAt = Date.now()
    const options = { cwd: root, env: environment(), encoding: 'utf8', maxBuffer: 2 ** 26 }
    const done = spawnSync(program(name), args, options)
    if (done.status !== 0) {
      stop(`${done.stdout ?? ''}${done.stderr ?? ''}\n✗ ${label} (${name} ${args.join(' ')})`)
    }
    console.log(`✓ ${label} (${secondsSince(startedAt)} s)`)
  }
}
