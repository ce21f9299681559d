/** Writes the pages that follow from the declarations: the map, and the settings in the READMEs. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Registry } from '#kernel/registry.ts'
import { mapOf } from './map.ts'
import { settingsTable } from './settings.ts'

export const mapPath = 'docs/map.md'
const readmes = ['README.md', 'README.zh-Hant.md']
const block = /(<!-- settings -->\n)[\s\S]*?(<!-- \/settings -->)/u

/** Page → what it should say; pages without a place for the settings are left out. */
export function generatedPages(registry: Registry): Map<string, string> {
  const pages = new Map([[mapPath, mapOf(registry)]])
  for (const path of readmes) {
    const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
    if (block.test(text)) pages.set(path, text.replace(block, `$1${settingsLines()}\n$2`))
  }
  return pages
}

export function writeGeneratedPages(registry: Registry): void {
  for (const [path, text] of generatedPages(registry)) writeFileSync(path, text)
}

function settingsLines(): string {
  const rows = settingsTable().map(
    (one) => `| \`${one.name}\` | ${one.default ? `\`${one.default}\`` : ''} | ${one.meaning} |`,
  )
  return ['| variable | default | meaning |', '|---|---|---|', ...rows].join('\n')
}
