/** What the operator sees when the program is ready. */
import { demoPassword, demoUsers } from '../../demo/people.ts'
import type { Settings } from './settings.ts'

export function greet(
  settings: Settings,
  isSetUp: boolean,
  hasWeb: boolean,
  milliseconds: number,
): void {
  const lines = [
    '',
    `  Shangmai 商脈 is ready: ${settings.publicUrl}   (${(milliseconds / 1000).toFixed(1)} s)`,
    '',
  ]
  if (!hasWeb) lines.push('  The web app is not built yet: run npm start.', '')
  if (isSetUp && !settings.databaseUrl) {
    lines.push(
      '  People of the demo company (if you kept it), all with the password ' + demoPassword + ':',
    )
    for (const user of demoUsers) lines.push(`    ${user.email.padEnd(24)} ${user.title}`)
  } else if (!isSetUp) lines.push('  Open it to set up your company.')
  console.log(`${lines.join('\n')}\n`)
}
