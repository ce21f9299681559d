/** Gathers the Chinese texts that lie beside the code: one `*.zh-Hant.json` for each part. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locale } from './languages.ts'
import type { Catalogue } from './message.ts'
import { argumentsOf, messageFault } from './message-check.ts'
import { simplifiedCatalogue } from './simplified.ts'

export interface Catalogues {
  /** English → the language's text; nothing for English, which stands in the code. */
  of(locale: Locale): Readonly<Record<string, string>>
  /** English texts that two files translate differently, and where. */
  conflicts(): Conflict[]
  /** Texts that are no valid messages, or do not name the same values as the English. */
  faults(): string[]
}

export interface Conflict {
  readonly english: string
  readonly texts: Readonly<Record<string, string>>
}

const SOURCES = join(import.meta.dirname, '..', '..')
let ours: Catalogues | undefined

/** The product's own texts, read once. */
export function catalogueOf(locale: Locale): Readonly<Record<string, string>> {
  ours ??= readCatalogues(SOURCES)
  return ours.of(locale)
}

/**
 * Reads every `*.zh-Hant.json` under the folder.
 * @throws Error when a file is not a flat map of texts
 */
export function readCatalogues(folder: string): Catalogues {
  const files = globSync('**/*.zh-Hant.json', { cwd: folder }).toSorted()
  const parts = files.map((file) => [file, readPart(join(folder, file))] as const)
  const traditional = Object.assign({}, ...parts.map(([, part]) => part)) as Catalogue
  const known: Partial<Record<Locale, Catalogue>> = { en: {}, 'zh-Hant': traditional }
  const of = (locale: Locale) => (known[locale] ??= simplifiedCatalogue(traditional))
  return {
    of,
    conflicts: () => conflictsIn(parts),
    faults: () => (['zh-Hant', 'zh-Hans'] as const).flatMap((locale) => faultsIn(of(locale))),
  }
}

/** The English texts that the catalogue has no translation of. */
export function untranslated(english: Iterable<string>, catalogue: Catalogue): string[] {
  return [...new Set(english)].filter((text) => !Object.hasOwn(catalogue, text))
}

type Part = readonly [file: string, part: Catalogue]

function readPart(file: string): Catalogue {
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'))
  const flat = typeof content === 'object' && content !== null && !Array.isArray(content)
  if (!flat || !Object.values(content).every((text) => typeof text === 'string' && text !== '')) {
    throw new Error(`not a flat map of texts: ${file}`)
  }
  return content as Catalogue
}

function conflictsIn(parts: readonly Part[]): Conflict[] {
  const found = new Map<string, Record<string, string>>()
  for (const [file, part] of parts) {
    for (const [english, text] of Object.entries(part)) {
      found.set(english, { ...found.get(english), [file]: text })
    }
  }
  return [...found]
    .filter(([, texts]) => new Set(Object.values(texts)).size > 1)
    .map(([english, texts]) => ({ english, texts }))
}

function faultsIn(catalogue: Catalogue): string[] {
  return Object.entries(catalogue).flatMap(([english, text]) => {
    const fault = messageFault(text)
    if (fault !== null) return [`${text}: ${fault}`]
    const [expected, found] = [argumentsOf(english), argumentsOf(text)].map((list) =>
      list.join(', '),
    )
    return expected === found ? [] : [`${text}: names ${found || 'no values'}, not ${expected}`]
  })
}
