/** The source of the program as the rules of the house see it: files and what they import. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { parseSync } from 'vite'
import { factsOf, type Facts } from './facts.ts'

export interface Import {
  /** As written: './order.entity.ts', '#kernel/module.ts', 'pg'. */
  from: string
  /** Path in the repository, for own files; null for packages. */
  path: string | null
  /** Gone after the types are stripped. */
  typeOnly: boolean
}

export interface SourceFile {
  path: string
  text: string
  lines: string[]
  imports: Import[]
  exported: string[]
  hasDefaultExport: boolean
  facts: Facts
}

const roots = ['src', 'demo', 'test', 'scripts']
const own: Record<string, string> = {
  '#kernel/': 'src/kernel/',
  '#ui/': 'src/ui/',
  '#modules/': 'src/modules/',
  '#app/': 'src/app/',
}

let known: SourceFile[] | null = null

/** Every TypeScript and script file of the program, tests included. */
export function sourceFiles(): SourceFile[] {
  known ??= roots
    .flatMap((root) =>
      readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => join(root, name)),
    )
    .filter((path) => /\.(?:ts|tsx|mjs)$/u.test(path) && !path.endsWith('.d.ts'))
    .sort()
    .map(readSource)
  return known
}

function readSource(path: string): SourceFile {
  const text = readFileSync(path, 'utf8')
  const parsed = parseSync(path, text)
  const [error] = parsed.errors
  if (error) throw new Error(`${path}: ${error.message}`)
  const entries = parsed.module.staticExports.flatMap((one) => one.entries)
  return {
    path,
    text,
    lines: text.split('\n'),
    imports: [...importsOf(path, parsed.module, text)],
    exported: entries.flatMap(({ exportName }) => (exportName.name ? [exportName.name] : [])),
    hasDefaultExport: entries.some(({ exportName }) => exportName.kind === 'Default'),
    facts: factsOf(parsed.program),
  }
}

type ParsedModule = ReturnType<typeof parseSync>['module']

function* importsOf(path: string, module: ParsedModule, text: string): Generator<Import> {
  for (const { moduleRequest, entries } of module.staticImports) {
    const typeOnly = entries.length > 0 && entries.every((entry) => entry.isType)
    yield imported(path, moduleRequest.value, typeOnly)
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType } of entries) {
      if (moduleRequest) yield imported(path, moduleRequest.value, isType)
    }
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const wanted = text.slice(moduleRequest.start, moduleRequest.end)
    if (/^['"]/u.test(wanted)) yield imported(path, wanted.slice(1, -1), false)
  }
}

function imported(path: string, from: string, typeOnly: boolean): Import {
  return { from, path: resolved(path, from), typeOnly }
}

function resolved(path: string, from: string): string | null {
  if (from.startsWith('.')) return normalize(join(dirname(path), from))
  const alias = Object.keys(own).find((start) => from.startsWith(start))
  return alias ? from.replace(alias, own[alias] ?? '') : null
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/u.test(path) || path.startsWith('test/') || path.includes('/testing/')
}

/** Files reached from these by imports that outlive the types, with the way there. */
export function reachedFrom(start: readonly SourceFile[]): Map<string, string[]> {
  const files = new Map(sourceFiles().map((file) => [file.path, file]))
  const ways = new Map<string, string[]>(start.map((file) => [file.path, [file.path]]))
  for (const [path, way] of ways) {
    for (const { path: next, typeOnly } of files.get(path)?.imports ?? []) {
      if (next && !typeOnly && !ways.has(next)) ways.set(next, [...way, next])
    }
  }
  return ways
}
