/** Who may import whom: the walls between kernel, screens, modules and the program put together. */
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { modules } from '#modules/index.ts'
import { isTest, reachedFrom, sourceFiles, type Import, type SourceFile } from './source.ts'

const files = sourceFiles()
const inside = (folder: string) => files.filter((file) => file.path.startsWith(folder))
const listOfModules = 'src/modules/index.ts'
const isWeb = (path: string) => /\.(?:screen|web)\.tsx?$/u.test(path)

/** Every import of `from` that `forbidden` names, as 'file imports what'. */
function breaches(from: SourceFile[], forbidden: (one: Import, file: SourceFile) => boolean) {
  return from.flatMap((file) =>
    file.imports
      .filter((one) => forbidden(one, file))
      .map((one) => `${file.path} imports ${one.from}`),
  )
}

test('the kernel knows no module, no screen and not the program, in its tests neither', () => {
  const outside = ({ path }: Import) => path !== null && !path.startsWith('src/kernel/')
  expect(breaches(inside('src/kernel/'), outside)).toEqual([])
})

test('the screens know no module and not the program', () => {
  const outside = ({ path }: Import) => /^(?:src\/(?:modules|app)|demo)\//u.test(path ?? '')
  expect(breaches(inside('src/ui/'), outside)).toEqual([])
})

test('only the program put together knows the program', () => {
  const others = [...inside('src/kernel/'), ...inside('src/ui/'), ...inside('src/modules/')]
  expect(breaches(others, ({ path }) => /^(?:src\/app|demo)\//u.test(path ?? ''))).toEqual([])
})

test('a module takes from others only their public face, and only from those it needs', () => {
  const allowed = (one: Import, file: SourceFile) => {
    const [, , own = ''] = file.path.split('/')
    const [, area, target = '', ...rest] = (one.path ?? '').split('/')
    if (area !== 'modules' || target === own) return true
    const face = rest.join('/')
    // A test stands on the whole house, and may borrow what another module's tests stand on.
    if (isTest(file.path))
      return one.path === listOfModules || /^(?:index\.ts|testing\/)/u.test(face)
    const needs = modules.find(({ name }) => name === own)?.needs ?? []
    const faces = isWeb(file.path) ? /^(?:index|[a-z-]+\.web)\.tsx?$/u : /^index\.ts$/u
    return needs.includes(target) && faces.test(face)
  }
  const own = inside('src/modules/').filter(({ path }) => path !== listOfModules)
  expect(breaches(own, (one, file) => !allowed(one, file))).toEqual([])
})

test('what a module needs stands above it in the list, once', () => {
  const names = modules.map(({ name }) => name)
  expect(names.length).toBe(new Set(names).size)
  const wrong = modules.flatMap(({ name, needs }, place) =>
    needs.filter((need) => !names.slice(0, place).includes(need)).map((need) => `${name}: ${need}`),
  )
  expect(wrong).toEqual([])
})

test('a module bears the name of its folder', () => {
  for (const { name } of modules) expect(existsSync(`src/modules/${name}/index.ts`)).toBe(true)
})

test('modules know no HTTP and no SQL driver; only their screens know the web', () => {
  const server = new Set(['pg', 'fastify', 'node:http', 'node:https', 'pg-boss'])
  const web = /^(?:react|react-dom|antd|@tanstack\/|@tabler\/|echarts|dayjs)/u
  const wrong = (one: Import, file: SourceFile) =>
    server.has(one.from) ||
    (!isWeb(file.path) &&
      (one.from.startsWith('#ui/') || web.test(one.from) || one.from.endsWith('.css')))
  expect(breaches(inside('src/modules/'), wrong)).toEqual([])
})

test('what the browser loads holds no server part: entities come by type alone', () => {
  const start = inside('src/ui/')
    .filter((file) => !isTest(file.path))
    .concat(files.filter((file) => isWeb(file.path) || file.path === 'src/app/web.tsx'))
  const reached = reachedFrom(start)
  const loaded = files.filter((file) => reached.has(file.path))
  const wayTo = (path: string) => reached.get(path)?.join(' → ') ?? path
  const declarations = [...reached.keys()].filter((path) =>
    /\.(?:entity|action|report|job)\.ts$|modules\/[^/]+\/index\.ts$/u.test(path),
  )
  expect(declarations.map(wayTo)).toEqual([])
  const server = /^(?:node:|pg$|pg-|fastify|@fastify|pino|nodemailer|sharp)/u
  const wrong = breaches(loaded, ({ from, typeOnly }) => !typeOnly && server.test(from))
  expect(wrong).toEqual([])
})

test('own files are named by their alias across folders of the house, with the file ending', () => {
  const areaOf = (path: string) => path.split('/').slice(0, 2).join('/')
  const wrong = (one: Import, file: SourceFile) => {
    if (one.path === null) return one.from.startsWith('#')
    const crosses = areaOf(one.path) !== areaOf(file.path) && one.path.startsWith('src/')
    return !existsSync(one.path.replace(/\?.*$/u, '')) || (one.from.startsWith('.') && crosses)
  }
  expect(
    breaches(
      files.filter(({ path }) => !path.startsWith('scripts/')),
      wrong,
    ),
  ).toEqual([])
})
