/** Drafts of a record in which every field is wrong at once; a refusal names them all. */
import { newId } from '#kernel/db/new-id.ts'
import type { Entity } from '#kernel/entity/entity.ts'
import type { Fields } from '#kernel/field/field.ts'
import { badValues, hugeValue, idsOfNothing } from './bad-values.ts'
import { sampleDraft, type Surroundings } from './sample-values.ts'

export interface BadDraft {
  values: Record<string, unknown>
  /** Where the mistakes are, as the refusal names them. */
  paths: string[]
}

interface Wrong {
  value: unknown
  paths: string[]
}

/** The first draft has the first wrong value of each field, and so on. */
export function badDrafts(fields: Fields, around: Surroundings): BadDraft[] {
  const lists = Object.entries(fields).map(([name, field]) => {
    const own = badValues(field).map((value): Wrong => ({ value, paths: [name] }))
    const lines = field.kind === 'lines' ? badLines(name, field.of as Entity, around) : []
    return [name, [...own, ...lines]] as const
  })
  const most = Math.max(0, ...lists.map(([, list]) => list.length))
  return Array.from({ length: most }, (_, nth) =>
    draftOf(lists.map(([name, list]) => [name, list[nth]])),
  )
}

function draftOf(wrongs: (readonly [name: string, wrong: Wrong | undefined])[]): BadDraft {
  const there = wrongs.flatMap(([name, wrong]) => (wrong ? [[name, wrong] as const] : []))
  return {
    values: Object.fromEntries(there.map(([name, { value }]) => [name, value])),
    paths: there.flatMap(([, { paths }]) => paths),
  }
}

/** Lines that are none, and lines in which every field is wrong. */
function badLines(name: string, lines: Entity, around: Surroundings): Wrong[] {
  const good = sampleDraft(lines, 0, around, false)
  const whole: [value: unknown, at: string][] = [
    [[5], '.0'],
    [[null], '.0'],
    [[[]], '.0'],
    [[good, 'x'], '.1'],
    [[{ ...good, nonsense: 1 }], '.0.nonsense'],
    [[{ ...good, tenant: newId() }], '.0.tenant'],
    [[{ ...good, id: 'abc' }], '.0.id'],
    [[{ ...good, id: 5 }], '.0.id'],
    [Array.from({ length: 2001 }, () => good), ''],
    ...missing(lines.fields, good).map(([line, at]) => [[line], `.0.${at}`] as [unknown, string]),
  ]
  const inside = badDrafts(openFields(lines), around).map(({ values, paths }) => ({
    value: [{ ...good, ...values }],
    paths: paths.map((path) => `${name}.0.${path}`),
  }))
  return [...whole.map(([value, at]) => ({ value, paths: [name + at] })), ...inside]
}

/** What the program computes of a line is taken from nobody. */
function openFields(lines: Entity): Fields {
  return Object.fromEntries(Object.entries(lines.fields).filter(([, field]) => !field.computed))
}

/** The draft without each of the fields it cannot do without. */
export function missing(fields: Fields, good: Record<string, unknown>) {
  const needed = Object.keys(fields).filter((name) => {
    const { required, computed, kind, default: initial } = fields[name] ?? { required: false }
    return required && !computed && kind !== 'lines' && (initial === undefined || initial === null)
  })
  return needed.map((name): [draft: Record<string, unknown>, name: string] => {
    const { [name]: _, ...rest } = good
    return [rest, name]
  })
}

/** Fields that point to nothing, one at a time: such a mistake is looked for last. */
export function lostDrafts(fields: Fields, around: Surroundings): BadDraft[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    if (field.kind !== 'lines')
      return idsOfNothing(field).map((id) => ({ values: { [name]: id }, paths: [name] }))
    const lines = field.of as Entity
    const good = sampleDraft(lines, 0, around, false)
    return lostDrafts(openFields(lines), around).map(({ values, paths }) => ({
      values: { [name]: [{ ...good, ...values }] },
      paths: paths.map((path) => `${name}.0.${path}`),
    }))
  })
}

/** A megabyte in each field by turns, three at a time: a body has four at most. */
export function hugeDrafts(fields: Fields): BadDraft[] {
  const all = Object.entries(fields).filter(([, field]) => field.kind !== 'lines')
  return Array.from({ length: Math.ceil(all.length / 3) }, (_, nth) => {
    const some = all.slice(nth * 3, nth * 3 + 3)
    return draftOf(some.map(([name, field]) => [name, { value: hugeValue(field), paths: [name] }]))
  })
}
