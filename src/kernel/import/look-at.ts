/** What is seen of a table before anything is done with it: columns, first rows, guesses. */
import type { Asked } from '../http/asker.ts'
import { fieldMeta } from '../http/meta.ts'
import type { Speech } from '../http/voice.ts'
import type { FieldMeta } from '../http/wire.ts'
import type { House } from '../house.ts'
import { entityOf } from '../registry.ts'
import { asLastTime, lastPlan } from './last-plan.ts'
import { guessMapping } from './mapping/guess.ts'
import { openRunTable } from './open-run-table.ts'
import type { ImportRun } from './run-store.ts'
import { importTargets, type ImportTarget } from './targets.ts'
import { uniqueFields } from './uniques.ts'

/** @throws {Refusal} what is wrong with the file */
export async function lookAt(
  { database }: House,
  { caller, sight }: Asked,
  run: ImportRun,
  speech: Speech,
) {
  const entity = entityOf(sight.registry, run.entity)
  const { rows: _, ...table } = await openRunTable(run)
  const targets = importTargets(entity, caller.person)
  const last = await lastPlan(database, caller.tenant, run, table.header)
  const fields = new Set(targets.map(({ field }) => field))
  return {
    id: run.id,
    ...table,
    mapping: last
      ? asLastTime(last, table.header.length, fields)
      : guessMapping(table.header, table.preview, targets),
    ...(last
      ? { last: { key: last.key, mode: last.mode, createMissing: last.createMissing } }
      : {}),
    fields: targets.map((target) => targetMeta({ sight, speech }, target)),
    keys: uniqueFields(entity),
  }
}

function targetMeta(
  cut: { sight: Asked['sight']; speech: Speech },
  { field, part, definition }: ImportTarget,
): FieldMeta {
  const meta = fieldMeta(cut, field, definition)
  if (part === null) return meta
  const { required: _, ...own } = meta
  return { ...own, kind: 'text', label: `${meta.label}: ${cut.speech.t(part.label)}` }
}
