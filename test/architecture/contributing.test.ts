/** What CONTRIBUTING.md shows can be copied: its code names what is there, or what it makes. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

const text = readFileSync('CONTRIBUTING.md', 'utf8')
const blocks = [...text.matchAll(/```ts\n(.*?)```/gsu)].map((block) => block[1] ?? '')
/** Whole files, as against a few lines to put into one. */
const files = blocks.filter((block) => block.startsWith('/** '))
/** Files that the text tells to make; its examples stand in these folders. */
const made = new Set([...text.matchAll(/`(src\/[^`]+\.\w+)`/gu)].map((path) => path[1] ?? ''))
const folders = ['src/modules/customers', 'src/modules/competitors']

test('it shows a field, an action, a report, a module and a test', () => {
  const kinds = ['f.date()', 'defineAction(', 'defineReport(', 'defineModule(', 'useWorld(']
  for (const kind of kinds)
    expect(
      blocks.some((block) => block.includes(kind)),
      kind,
    ).toBe(true)
  expect(files.length).toBeGreaterThan(4)
})

test('what the examples take from the house is exported there', () => {
  const wrong = files.flatMap((block) => {
    const imports = block.matchAll(/^import (.+?) from '([^']+)'$/gmu)
    return [...imports].flatMap(([, names = '', from = '']) =>
      from === 'vitest' ? [] : missing(names, from),
    )
  })
  expect(wrong).toEqual([])
})

/** Names that none of the files meant by an address exports. */
function missing(names: string, from: string): string[] {
  const paths = from.startsWith('#')
    ? [`src/${from.slice(1)}`]
    : folders.map((folder) => normalize(join(folder, from)))
  const there = paths.filter((path) => existsSync(path))
  if (there.length === 0) return paths.some((path) => made.has(path)) ? [] : [from]
  const code = [...there.map((path) => readFileSync(path, 'utf8')), ...blocks].join('\n')
  return [...names.matchAll(/(?:type )?(\w+)(?=[,\s}]|$)/gu)]
    .map((name) => name[1] ?? '')
    .filter((name) => name !== 'type' && !new RegExp(`export .*\\b${name}\\b`, 'u').test(code))
    .map((name) => `${from}: ${name}`)
}

test('every file it names is there, or made by it beside what is there', () => {
  const wrong = [...made].filter((path) => {
    const folder = dirname(path)
    return !existsSync(path) && !existsSync(folder) && !folders.includes(folder)
  })
  expect(wrong).toEqual([])
})

test('the lines it adds to fit where it says', () => {
  const entity = readFileSync('src/modules/customers/customer.entity.ts', 'utf8')
  const row = /^ {4}(\['taxId'.*), 'foundedOn'\],$/mu.exec(text)?.[1]
  expect(entity).toContain(`${row}],`)
})

test('the commands it names are those of the package', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    scripts: Record<string, string>
  }
  const named = [...text.matchAll(/npm (?:run )?([a-z:]+)/gu)].map((command) => command[1] ?? '')
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})
