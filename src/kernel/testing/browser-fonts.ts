/** Tells the tests' browser of the fonts in node_modules: servers have no Chinese ones. */
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)

const weights = ['400Regular', '700Bold']

/** Path of a fontconfig file that knows Noto Sans SC alone, so that every machine draws alike. */
export function fontConfiguration(): string {
  const entry = require.resolve('@expo-google-fonts/noto-sans-sc')
  const root = dirname(entry)
  const folder = join(tmpdir(), `shangmai-fonts-${process.getuid?.() ?? 0}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'fonts.conf')
  const aside = `${file}.${process.pid}`
  writeFileSync(
    aside,
    configurationFor(
      weights.map((weight) => join(root, weight)),
      folder,
    ),
  )
  renameSync(aside, file)
  return file
}

function configurationFor(folders: readonly string[], cache: string): string {
  const missing = folders.find((folder) => !existsSync(folder))
  if (missing) throw new Error(`The fonts in ${missing} are missing.`)
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((folder) => `  <dir>${folder}</dir>`).join('\n')}
  <cachedir>${cache}</cachedir>
</fontconfig>
`
}
