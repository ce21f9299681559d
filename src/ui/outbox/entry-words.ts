/** What a waiting entry is, and how it stands with it, in plain words. */
import type { EntityMeta, HouseMeta } from '#kernel/http/wire.ts'
import { ApiProblem } from '#ui/base/api.ts'
import { useHouse, useT, type Translate } from '#ui/base/house.tsx'
import { fieldWords, problemWords } from '#ui/base/problem-words.ts'
import { displayText, titleText, type Reader } from '#ui/field/display.ts'
import { useReader } from '#ui/field/use-reader.ts'
import { textOf } from '#ui/field/value/field-facts.ts'
import type { Entry } from './entry.ts'
import { waitsFor } from './order.ts'

export interface EntryWords {
  /** E.g. "New customer". */
  kind: string
  /** E.g. its name, the text of the comment, the changed fields. */
  what: string
}

interface Speech {
  house: HouseMeta
  t: Translate
  reader: Reader
}

/** Says of an entry what somebody did. */
export function useEntryWords(): (entry: Entry) => EntryWords {
  const speech = { house: useHouse(), t: useT(), reader: useReader() }
  return (entry) => wordsOf(entry, speech)
}

function wordsOf(entry: Entry, speech: Speech): EntryWords {
  const { intent } = entry
  const { t } = speech
  if (intent.kind === 'file') return { kind: t('File'), what: intent.file.name }
  const meta = speech.house.entities[intent.entity]
  const one = meta?.label.one ?? intent.entity
  if (intent.kind === 'create' && isComment(intent.entity))
    return { kind: t('Comment'), what: textOf(intent.values['text']) }
  if (intent.kind === 'create') {
    const what = meta ? titleText(meta, intent.values, entry.known.titles ?? {}, speech.reader) : ''
    return { kind: t('New {entity}', { entity: one }), what }
  }
  const title = meta && entry.known.base ? titleOf(meta, entry, speech.reader) : ''
  if (intent.kind === 'update')
    return { kind: `${one} ${title}`.trim(), what: changesOf(entry, meta, speech) }
  const name = intent.kind === 'act' ? intent.action : ''
  const action = meta?.actions.find((known) => known.name === name)
  return { kind: action?.label ?? name, what: `${one} ${title}`.trim() }
}

/** Said about a record of any entity; it is shown by its text. */
export function isComment(entity: string): boolean {
  return entity === 'comment'
}

function titleOf(meta: EntityMeta, { known }: Entry, reader: Reader): string {
  return titleText(meta, known.base ?? {}, known.titles ?? {}, reader)
}

function changesOf(entry: Entry, meta: EntityMeta | undefined, { t, reader }: Speech): string {
  const { intent, known } = entry
  if (!meta || intent.kind !== 'update') return ''
  const row = { ...known.base, ...intent.values }
  const fields = meta.fields.filter(({ name }) => name in intent.values)
  const parts = fields.map((field) =>
    field.kind === 'lines'
      ? field.label
      : `${field.label}: ${displayText(field, row, known.titles ?? {}, reader) || t('empty')}`,
  )
  return parts.join(' · ')
}

/** How it stands: waiting, behind another, under way, or why the server did not take it. */
export function stateWords(entry: Entry, entries: readonly Entry[], t: Translate): string {
  if (entry.refused) {
    const problem = new ApiProblem(entry.refused)
    const fields = Object.values(fieldWords(problem))
    return [...new Set([problemWords(problem, t), ...fields])].join(' ')
  }
  if (waitsFor(entry, entries).length > 0) return t('Waits for what comes before it')
  if (entry.triedAt !== undefined) return t('Sent, but no answer has come yet: it is asked again')
  return t('Waits for the connection')
}
