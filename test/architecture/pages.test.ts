/** The pages that follow from the declarations say what the declarations say. */
import { readFileSync } from 'node:fs'
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
