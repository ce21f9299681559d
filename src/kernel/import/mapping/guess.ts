/** Guesses which column of a table belongs to which field, for a person to look over. */
import { kinds } from './kinds.ts'
import { likeness, nameOf, type Name } from './names.ts'
import type { Guess, Target } from './target.ts'

export type { Guess, Target } from './target.ts'

type Why = NonNullable<Guess['why']>

interface Match {
  column: number
  target: Target
  confidence: number
  why: Why
}

interface NamedTarget {
  target: Target
  names: Name[]
  synonyms: Name[]
  /** What columns of this kind are called in general. */
  kindWords: Name[]
  /** Names of the other fields, without anything between. */
  others: ReadonlySet<string>
}

interface Column {
  column: number
  name: Name
  values: string[]
}

const leastConfidence = 0.4
const nameless = /^(?:(?:column|col|field|unnamed|列|栏|字段)\d*)?$/u
/** What programs write for "nothing". */
const nothing = /^(?:null|n\/?a|none|nil|-+|無|无)?$/iu

/**
 * One guess per column, by name, synonym, likeness of names and content; a field is given to the
 * column that fits it best, and to one only.
 * @param preview cells of some rows, to look at the content
 */
export function guessMapping(header: string[], preview: string[][], targets: Target[]): Guess[] {
  const columns = header.map((label, column) => ({
    column,
    name: nameOf(label),
    values: preview.map((cells) => (cells[column] ?? '').trim()).filter((v) => !nothing.test(v)),
  }))
  const named = withOthers(targets.map(withNames))
  const byName = bestFirst(columns.flatMap((one) => named.map((target) => nameMatch(one, target))))
  const found = [...byName, ...contentMatches(columns, targets, byName)]
  return columns.map(({ column }) => guessOf(column, found))
}

function guessOf(column: number, found: Match[]): Guess {
  const match = found.find((one) => one.column === column)
  if (!match) return { column, field: null, confidence: 0, why: null }
  const { target, confidence, why } = match
  return { column, field: target.field, confidence: Math.round(confidence * 100) / 100, why }
}

/** The labels name the field in each language first, then come synonyms. */
function withNames(target: Target): Omit<NamedTarget, 'others'> {
  return {
    target,
    names: [target.field, ...target.labels.slice(0, 3)].map(nameOf),
    synonyms: target.labels.slice(3).map(nameOf),
    kindWords: (kinds[target.type]?.words ?? []).map(nameOf),
  }
}

function withOthers(named: readonly Omit<NamedTarget, 'others'>[]): NamedTarget[] {
  const keys = named.map(({ names, synonyms }) => [...names, ...synonyms].map(({ key }) => key))
  return named.map((one, at) => ({
    ...one,
    others: new Set(keys.filter((_, index) => index !== at).flat()),
  }))
}

function nameMatch(column: Column, named: NamedTarget): Match {
  const [confidence, why] = sureness(column.name, named)
  const { target } = named
  const fit = contentFit(column.values, target)
  // Half the certainty for a "phone" column that holds no phone numbers.
  const factor = fit === undefined || fit >= 0.5 ? 1 : 0.5 + fit
  return { column: column.column, target, why, confidence: confidence * factor }
}

function sureness(
  name: Name,
  { target, names, synonyms, kindWords, others }: NamedTarget,
): [number, Why] {
  const isSame = (other: Name): boolean => other.key === name.key
  // The code of a district (区县代码) is no code of the customer whose district it is.
  const isOfAnother = (other: Name): boolean =>
    target.unique === true &&
    name.key.endsWith(other.key) &&
    others.has(name.key.slice(0, -other.key.length))
  if (name.key === '') return [0, 'similar']
  if (names.some(isSame)) return [1, 'name']
  if (synonyms.some(isSame)) return [0.95, 'synonym']
  if (kindWords.some(isSame)) return [0.85, 'synonym']
  const own = Math.max(
    ...[...names, ...synonyms].map((other) => (isOfAnother(other) ? 0 : likeness(name, other))),
  )
  const general = Math.max(0, ...kindWords.map((other) => likeness(name, other)))
  return [Math.max(own * 0.9, general * 0.75), 'similar']
}

/** Share of the values that could be of this field; undefined where nothing can be said. */
function contentFit(values: string[], target: Target): number | undefined {
  const holds = target.looksLike ?? kinds[target.type]?.holds
  if (!holds || values.length === 0) return undefined
  return values.filter((value) => holds(value)).length / values.length
}

function bestFirst(matches: Match[]): Match[] {
  const columns = new Set<number>()
  const fields = new Set<string>()
  return matches
    .filter(({ confidence }) => confidence >= leastConfidence)
    .toSorted((a, b) => b.confidence - a.confidence || a.column - b.column)
    .filter(({ column, target }) => {
      if (columns.has(column) || fields.has(target.field)) return false
      columns.add(column)
      fields.add(target.field)
      return true
    })
}

/**
 * Columns whose name led nowhere, but whose values can belong to one open field only. A column
 * with a name of its own must hold something unmistakable, and even then is only a suggestion.
 */
function contentMatches(columns: Column[], targets: Target[], found: Match[]): Match[] {
  const open = targets.filter(({ field }) => !found.some((match) => match.target.field === field))
  const free = columns.filter(({ column }) => !found.some((match) => match.column === column))
  const matches = free.flatMap(({ column, name, values }): Match[] => {
    const isNameless = nameless.test(name.key)
    const candidates = open.filter(
      ({ looksLike, type }) => isNameless || looksLike || kinds[type]?.telling,
    )
    const fits = candidates.filter((target) => (contentFit(values, target) ?? 0) >= 0.8)
    const [target] = fits
    if (!target || fits.length > 1) return []
    return [{ column, target, confidence: isNameless ? 0.6 : leastConfidence, why: 'content' }]
  })
  return bestFirst(matches)
}
