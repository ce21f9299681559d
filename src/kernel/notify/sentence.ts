/** A line behind the bell as a sentence in the reader's language. */
import { stateField, type Entity } from '../entity/entity.ts'
import type { Registry } from '../registry.ts'
import type { Translator } from '../i18n/message.ts'
import { noticeMessages } from './messages.ts'

/** What is kept of a line. */
export interface KeptLine {
  id: string
  cause: string
  rule: string
  entity: string
  record: string | null
  facts: Record<string, unknown>
  times: number
  at: string
  readAt: string | null
  by: string | null
}

export interface Speaking {
  registry: Registry
  t: Translator
}

/** @param title how the record is called now */
export function sentenceOf({ registry, t }: Speaking, line: KeptLine, title: string): string {
  const entity = registry.entities.get(line.entity)
  const english = noticeMessages[line.rule] ?? registry.messages[line.rule] ?? line.rule
  return t(english, {
    ...line.facts,
    times: line.times,
    by: line.by ?? t('The program'),
    entity: entity ? t(entity.label.many) : '',
    record: entity ? recordName(entity, title, t) : title,
    state: entity ? stateLabel(entity, line.facts.to, t) : '',
  })
}

/** `Order SO-202611-0382`; people and things go by their own name. */
function recordName(entity: Entity, title: string, t: Translator): string {
  const field = entity.fields[entity.title]
  const isNumber = field?.kind === 'serial' || field?.target !== undefined
  return isNumber || title === '' ? `${t(entity.label.one)} ${title || t('(unnamed)')}` : title
}

function stateLabel(entity: Entity, to: unknown, t: Translator): string {
  const state = stateField(entity)
  const option = state
    ? entity.fields[state]?.options?.find(({ value }) => value === to)
    : undefined
  return option ? t(option.label) : ''
}
