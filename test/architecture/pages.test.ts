/** The pages that follow from the declarations say what the declarations say. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { generatedPages, mapPath } from '#app/write-map.ts'
import { kernelModule } from '#kernel/kernel-module.ts'
import { buildRegistry } from '#kernel/registry.ts'
import { modules } from '#modules/index.ts'

const pages = generatedPages(buildRegistry([kernelModule, ...modules]))

test('the map and the settings are as `npm run map` writes them', () => {
  expect([...pages.keys()]).toEqual(expect.arrayContaining([mapPath, 'README.md']))
  for (const [path, text] of pages) expect(readFileSync(path, 'utf8'), path).toBe(text)
})

const decisions = readdirSync('docs/decisions').map((name) => join('docs/decisions', name))

test('every package that the program stands on has its reason in the decisions', () => {
  const reasons = decisions.map((path) => readFileSync(path, 'utf8')).join('\n')
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
    readFileSync('package.json', 'utf8'),
  ) as Record<string, Record<string, string>>
  const names = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
  expect(names.length).toBeGreaterThan(50)
  expect(names.filter((name) => !reasons.includes(`\`${name}\``))).toEqual([])
})

test('decisions are numbered, each number once', () => {
  const numbers = decisions.map((path) => /\/(\d{4})-[a-z0-9-]+\.md$/u.exec(path)?.[1])
  expect(numbers).not.toContain(undefined)
  expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([])
})

test('what pages for people link to is there', () => {
  const texts = ['README.md', 'README.zh-Hant.md', 'CONTRIBUTING.md', 'docs/architecture.md']
  const broken = [...texts, 'docs/style.md', 'docs/glossary.md', ...decisions].flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/gu)]
      .map((link) => join(dirname(page), link[1] ?? ''))
      .filter((target) => !existsSync(target))
      .map((target) => `${page} names ${target}`),
  )
  expect(broken).toEqual([])
})
