/** Two people changed one record: what each of them changed, and what is saved in the end. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import { changedFields } from '#ui/form/form-values.ts'
import type { LineFields, Values } from '#ui/form/form-values.ts'

export interface Versions {
  /** The record as both began. */
  base: Values
  mine: Values
  theirs: Values
}

export interface Difference {
  field: FieldMeta
  /** `both`: changed to different values by both, somebody must choose. */
  by: 'me' | 'them' | 'both'
}

export type Choice = 'mine' | 'theirs'

/** Fields that the two versions differ in. The same change made by both is no difference. */
export function differencesOf(
  fields: readonly FieldMeta[],
  { base, mine, theirs }: Versions,
  lineFields: LineFields,
): Difference[] {
  const changedBy = (values: Values) =>
    new Set(changedFields(fields, base, values, lineFields).map(({ name }) => name))
  const byMe = changedBy(mine)
  const byThem = changedBy(theirs)
  const differ = changedFields(fields, theirs, mine, lineFields)
  return differ.flatMap((field): Difference[] => {
    const isMine = byMe.has(field.name)
    const isTheirs = byThem.has(field.name)
    if (!isMine && !isTheirs) return []
    return [{ field, by: isMine && isTheirs ? 'both' : isMine ? 'me' : 'them' }]
  })
}

/** Fields that still need a decision. */
export function undecided(
  differences: readonly Difference[],
  choices: Record<string, Choice>,
): FieldMeta[] {
  const open = differences.filter(({ field, by }) => by === 'both' && !choices[field.name])
  return open.map(({ field }) => field)
}

/** Which version of a field is kept: the decision, else that of whoever changed it. */
export function keptOf({ field, by }: Difference, choices: Record<string, Choice>): Choice {
  return choices[field.name] ?? (by === 'them' ? 'theirs' : 'mine')
}

/** The values to save over their version: everything of mine that is kept. */
export function mergedValues(
  differences: readonly Difference[],
  choices: Record<string, Choice>,
  { mine, theirs }: Versions,
): Values {
  const kept = differences.filter((difference) => keptOf(difference, choices) === 'mine')
  const values: Values = { ...theirs }
  for (const { field } of kept) values[field.name] = mine[field.name] ?? null
  return values
}
