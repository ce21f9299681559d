/** Says a sentence in the reader's language. The English text, as it stands in code, is the key. */
import { IntlMessageFormat } from 'intl-messageformat'
import type { Locale } from './languages.ts'

/** English → the language's text, both in ICU MessageFormat. */
export type Catalogue = Readonly<Record<string, string>>

export type Values = Readonly<Record<string, unknown>>

/**
 * The text for an English sentence, with values put in. A sentence that the catalogue lacks is
 * said in English. Without values a text is given as it stands, and so is one that is no valid
 * ICU message, since names that people typed (own fields, views) are said through here as well.
 * @throws Error when values are given but one that the text names is missing
 */
export type Translator = (english: string, values?: Values) => string

type Primitive = string | number | bigint | Date

export function createTranslator(locale: Locale, catalogue: Catalogue): Translator {
  const compiled = new Map<string, IntlMessageFormat | null>()
  const list = new Intl.ListFormat(locale)
  return (english, values) => {
    const text = Object.hasOwn(catalogue, english) ? (catalogue[english] ?? english) : english
    if (values === undefined || !text.includes('{')) return text
    if (!compiled.has(text)) compiled.set(text, compile(text, locale))
    const message = compiled.get(text)
    return message ? say(message, primitives(values, list)) : text
  }
}

/**
 * The message of a refused rule: its English text is looked up by the rule's name, then said in the
 * reader's language with the facts. A rule without a text is given by its name.
 */
export function refusalText(
  translate: Translator,
  rules: Catalogue,
  rule: string,
  facts: Values = {},
): string {
  const english = Object.hasOwn(rules, rule) ? rules[rule] : undefined
  return english === undefined ? rule : translate(english, facts)
}

function compile(text: string, locale: Locale): IntlMessageFormat | null {
  const parsed = parseMessage(text, locale)
  return typeof parsed === 'string' ? null : parsed
}

/** The message, or what is wrong with the text. Tags stay text: `<b>` is for the screen to read. */
export function parseMessage(text: string, locale: Locale): IntlMessageFormat | string {
  try {
    return new IntlMessageFormat(text, locale, undefined, { ignoreTag: true })
  } catch (error) {
    if (error instanceof SyntaxError) return error.message
    throw error
  }
}

function say(message: IntlMessageFormat, values: Record<string, Primitive>): string {
  const said = message.format(values)
  return Array.isArray(said) ? said.join('') : String(said)
}

/** Lists become `a, b, and c`; nothing becomes an empty text. */
function primitives(values: Values, list: Intl.ListFormat): Record<string, Primitive> {
  const entries = Object.entries(values).map(([name, value]) => [name, primitive(value, list)])
  return Object.fromEntries(entries) as Record<string, Primitive>
}

function primitive(value: unknown, list: Intl.ListFormat): Primitive {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return list.format(value.map((item) => String(primitive(item, list))))
  if (typeof value === 'object' && !(value instanceof Date)) return JSON.stringify(value)
  return typeof value === 'boolean' ? String(value) : (value as Primitive)
}
