/** The log of the whole company in words: who did what to which record, from what to what. */
import type { Sight } from '../access/scope.ts'
import type { House } from '../house.ts'
import type { Speech } from '../http/voice.ts'
import type { FieldChange } from '../http/wire.ts'
import { titlesByIds } from '../query/titles.ts'
import { changesInWords, pointersIn, type Changed } from './changes-in-words.ts'
import { actionLabel } from './history.ts'

export interface LogRow extends Changed {
  entity: string
  record: string
  action: string
}

export interface InWords {
  /** What kind of record, what names it, and what was done. */
  kind: string
  title: string
  label: string
  changes: FieldChange[]
}

/** For administrators, who see every record: titles are not asked for one by one. */
export async function logInWords<R extends LogRow>(
  house: House,
  sight: Sight,
  rows: readonly R[],
  speech: Speech,
): Promise<(R & InWords)[]> {
  const titles = await titlesByIds(house, sight, namedIn(house, rows))
  const { timeZone } = sight.reader
  const reader = { person: sight.reader.person, speech, timeZone, titles }
  return rows.map((row) => {
    const entity = house.registry.entities.get(row.entity)
    return {
      ...row,
      kind: speech.t(entity?.label.one ?? (row.entity === 'company' ? 'Company' : row.entity)),
      title: titles.get(row.record) ?? '',
      label: entity ? actionLabel(house, entity, row.action, speech) : speech.t('Changed'),
      changes: entity ? changesInWords(entity, row, reader) : plainChanges(row),
    }
  })
}

function namedIn(house: House, rows: readonly LogRow[]): Map<string, Set<string>> {
  const named = new Map<string, Set<string>>()
  const add = (entity: string, ids: Iterable<string>) =>
    named.set(entity, new Set([...(named.get(entity) ?? []), ...ids]))
  for (const [name, own] of Map.groupBy(rows, ({ entity }) => entity)) {
    const entity = house.registry.entities.get(name)
    if (!entity) continue
    add(
      name,
      own.map(({ record }) => record),
    )
    for (const [target, ids] of pointersIn(entity, own)) add(target, ids)
  }
  return named
}

/** What is no record, such as the settings of the company, by its own keys. */
function plainChanges({ before, after }: LogRow): FieldChange[] {
  const text = (value: unknown) =>
    typeof value === 'string' ? value : JSON.stringify(value ?? '').replace(/^""$/u, '')
  return Object.entries(after ?? {}).map(([field, value]) => ({
    field,
    label: field,
    before: text(before?.[field]),
    after: text(value),
  }))
}
