/** Every kind of record has an icon that the screens can draw. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { kernelModule } from '#kernel/kernel-module.ts'
import { buildRegistry } from '#kernel/registry.ts'
import { modules } from '#modules/index.ts'

test('an icon that an entity names is one that the screens know', () => {
  const known = readFileSync('src/ui/base/icons.tsx', 'utf8')
  const isKnown = (icon: string) =>
    known.includes(`  ${icon}: Icon`) || known.includes(`  '${icon}': Icon`)
  const { entities } = buildRegistry([kernelModule, ...modules])
  const unknown = [...entities.values()].flatMap(({ name, icon }) =>
    icon && !isKnown(icon) ? [`${name}: ${icon}`] : [],
  )
  expect(unknown).toEqual([])
})
