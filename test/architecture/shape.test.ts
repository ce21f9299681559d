/** The shape of every file: small, named in plain words, introduced by one sentence. */
import { expect, test } from 'vitest'
import { isTest, sourceFiles, type SourceFile } from './source.ts'

const files = sourceFiles()
const typed = files.filter(({ path }) => /\.tsx?$/u.test(path))

const named = (list: SourceFile[]) => list.map(({ path }) => path)

test('a file begins with one sentence that says what it is for', () => {
  const silent = files.filter(({ text }) => !/^(?:#!.*\n)?\/\*\*\s/u.test(text))
  expect(named(silent)).toEqual([])
})

test('a file has at most 250 lines, a test 300', () => {
  const long = files.filter(({ path, lines }) => lines.length - 1 > (isTest(path) ? 300 : 250))
  expect(long.map(({ path, lines }) => `${path}: ${lines.length - 1}`)).toEqual([])
})

test('a line has at most 100 characters, unless a text in it cannot be broken', () => {
  const long = files.flatMap(({ path, lines, facts }) => {
    let start = 0
    return lines.flatMap((line, index) => {
      const edge = start + 100
      start += line.length + 1
      if (line.length <= 100) return []
      const unbroken = facts.texts.some((text) => text.start < edge && text.end >= edge)
      return unbroken ? [] : [`${path}:${index + 1}`]
    })
  })
  expect(long).toEqual([])
})

test('a function has at most 60 lines', () => {
  const long = files
    .filter(({ path }) => !isTest(path))
    .flatMap(({ path, text, facts }) =>
      facts.functions
        .map(({ start, end }) => text.slice(start, end).split('\n').length)
        .filter((count) => count > 60)
        .map((count) => `${path}: ${count} lines`),
    )
  expect(long).toEqual([])
})

test('file names are kebab-case and say what is in them', () => {
  const wrong = files.filter(({ path }) => {
    const name = path.split('/').at(-1) ?? ''
    return !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]+)*\.(?:ts|tsx|mjs)$/u.test(name) || isVague(name)
  })
  expect(named(wrong)).toEqual([])
})

test('nothing exported hides behind a word that says nothing', () => {
  const wrong = files.flatMap(({ path, exported }) =>
    exported.filter(isVague).map((name) => `${path}: ${name}`),
  )
  expect(wrong).toEqual([])
})

const vague = new Set(
  'service,services,manager,managers,util,utils,helper,helpers,handler,handlers,data,info'.split(
    ',',
  ),
)

function isVague(name: string): boolean {
  const words = name.replaceAll(/([a-z0-9])([A-Z])/gu, '$1 $2').split(/[^A-Za-z0-9]+/u)
  return words.some((word) => vague.has(word.toLowerCase()))
}

test('only modules and settings of tools have a default export', () => {
  const allowed = /^(?:src\/modules\/[^/]+\/index\.ts|[a-z]+\.config\.ts)$/u
  const wrong = files.filter(
    ({ path, hasDefaultExport }) => hasDefaultExport && !allowed.test(path),
  )
  expect(named(wrong)).toEqual([])
})

/** The driver asks for a sub-class of its own query. */
const classesOfDrivers = ['src/kernel/db/tenant-query.ts']

test('errors are the only classes', () => {
  const wrong = typed.filter(({ facts }) => facts.otherClasses.length > 0)
  expect(named(wrong).filter((path) => !classesOfDrivers.includes(path))).toEqual([])
})

test('there is no enum, no namespace and no any', () => {
  const wrong = typed.filter(
    ({ text, facts }) =>
      facts.kinds.has('TSEnumDeclaration') ||
      facts.kinds.has('TSAnyKeyword') ||
      (facts.kinds.has('TSModuleDeclaration') && !/^declare module '/mu.test(text)),
  )
  expect(named(wrong)).toEqual([])
})

test('nothing is left for later, and nothing is swallowed', () => {
  const later = new RegExp(['TO', 'DO|FIX', 'ME|X', 'XX'].join(''), 'u')
  expect(
    named(
      files.filter(({ path, text }) => !path.startsWith('test/generic/bad-') && later.test(text)),
    ),
  ).toEqual([])
  expect(named(files.filter(({ facts }) => facts.emptyCatches.length > 0))).toEqual([])
})

test('a module has no folders for layers', () => {
  const layer = /^src\/modules\/[^/]+\/(?:services|utils|types|dto|hooks|components)\//u
  expect(named(files.filter(({ path }) => layer.test(path)))).toEqual([])
})
