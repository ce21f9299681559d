/** Rows that may be in the house already: said in a trial run, and left out where wished. */
import type { Unit } from '../action/unit.ts'
import { likelyOfMany, type LikelyOne } from '../duplicates/likely-of-many.ts'
import type { Entity } from '../entity/entity.ts'
import type { Values } from '../entity/parse-draft.ts'
import type { Row } from './resolve-refs.ts'
import type { ImportPlan } from './run-store.ts'

interface Draft {
  row: Row
  values: Values
}

/** Whether a row that may be there already is left out. */
export function isLeft({ likely = 'take', except = [] }: ImportPlan, row: number): boolean {
  return (likely === 'leave') !== except.includes(row)
}

/** Only where it matters: a run that takes them all asks nothing. */
export async function noteLikely(
  unit: Unit,
  entity: Entity,
  plan: ImportPlan,
  drafts: readonly Draft[],
): Promise<void> {
  if (!entity.duplicates) return
  const asked = unit.dryRun ? drafts : drafts.filter(({ row }) => isLeft(plan, row.row))
  if (asked.length === 0) return
  const found = await likelyOfMany(
    unit,
    entity,
    asked.map(({ values }) => values),
  )
  for (const [at, { row, values }] of asked.entries()) {
    const like = found[at]
    if (!like) continue
    const note = noteOf(entity, values, like)
    if (isLeft(plan, row.row)) row.problems.push(note)
    else row.likely = note
  }
}

/** Of one that the person may not see, nothing but that it is there. */
function noteOf(entity: Entity, values: Values, like: LikelyOne): Row['problems'][number] {
  const { isSeen, id, title, score, reasons } = like
  const value = String(values[entity.title] ?? '')
  return isSeen
    ? {
        field: entity.title,
        rule: 'import.likely-here',
        facts: { id, title, score, reasons },
        value,
      }
    : { field: entity.title, rule: 'import.likely-hidden', facts: {}, value }
}
