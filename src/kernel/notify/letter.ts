/** What a mail about notifications says, in the reader's language. */
import type { Sight } from '../access/scope.ts'
import { catalogueOf } from '../i18n/catalogues.ts'
import { createTranslator } from '../i18n/message.ts'
import type { ShownLine } from './read-lines.ts'
import { sentenceOf } from './sentence.ts'

export interface Addressed {
  company: string
  /** Address that people open, without a slash at its end. */
  address: string
}

export function noticeLetter(
  { registry, reader: { person } }: Sight,
  lines: readonly ShownLine[],
  { company, address }: Addressed,
) {
  const t = createTranslator(person.locale, catalogueOf(person.locale))
  const told = lines.map((line) => {
    const words = typeof line.facts.text === 'string' ? `\n“${line.facts.text}”` : ''
    const url = `${address}${addressOf(line)}`
    return `${sentenceOf({ registry, t }, line, line.title)}${words}\n${t('Open: {url}', { url })}`
  })
  const settings = t('Choose what you are told, and when: {url}', {
    url: `${address}/settings/notifications`,
  })
  const hello = t('Hello {name}, this happened:', { name: person.name })
  const [only] = lines
  const subject =
    lines.length === 1 && only
      ? sentenceOf({ registry, t }, only, only.title)
      : t('News of {company}: {count, plural, one {# notification} other {# notifications}}', {
          company,
          count: lines.length,
        })
  return { subject: subject.slice(0, 200), text: `${[hello, ...told, settings].join('\n\n')}\n` }
}

function addressOf({ entity, record }: ShownLine): string {
  return record ? `/record/${entity}/${record}` : `/list/${entity}`
}
