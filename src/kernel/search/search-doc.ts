/** What search keeps of one record: its name, a second line, and the words it is found by. */
import type { Entity } from '../entity/entity.ts'
import type { Values } from '../entity/parse-draft.ts'
import { typeOf } from '../field/types.ts'
import { tsvectorOf } from '../text/search-tokens.ts'
import { ownerWords, whose, type SeenWith } from './owner-words.ts'

export interface SearchDoc {
  entity: string
  record: string
  title: string
  subtitle: string
  /** A `tsvector` literal. */
  words: string
  whose: string | null
}

const longestSubtitle = 200
const plain = { kind: 'text' } as const

/** Entities without a searched field are not found by search. */
export function searchedFields(entity: Entity): string[] {
  return Object.keys(entity.fields).filter((field) => entity.fields[field]?.search === true)
}

/**
 * @param titles names of the records that the row's reference fields point to, by field
 * @param also `searched`: fields it is found by; `seenWith`: the record whose people see it too
 */
export function searchDoc(
  tenant: string,
  entity: Entity,
  row: Values & { id: string },
  titles: Readonly<Record<string, string>>,
  also: { searched?: readonly string[]; seenWith?: SeenWith | undefined } = {},
): SearchDoc {
  const searched = also.searched ?? searchedFields(entity)
  const textsOf = (field: string): string[] => {
    const declared = entity.fields[field]
    const value = row[field]
    if (!declared || value === null || value === undefined) return []
    if (field in titles) return [titles[field] ?? '']
    return typeOf(declared).words?.(value) ?? [String(value)]
  }
  const second = searched.filter((field) => field !== entity.title).flatMap(textsOf)
  const isSilent = (field: string) => typeOf(entity.fields[field] ?? plain).silent === true
  const spoken = searched.filter((field) => !isSilent(field)).flatMap(textsOf)
  const words = tsvectorOf(spoken, searched.filter(isSilent).flatMap(textsOf))
  return {
    entity: entity.name,
    record: row.id,
    title: textsOf(entity.title)[0] ?? '',
    subtitle: second.join(' · ').slice(0, longestSubtitle),
    words: [words, ...ownerWords(tenant, entity, row, also.seenWith)].join(' '),
    whose: whose(entity, row, also.seenWith),
  }
}
