/** The language a request is answered in. */
import type { FastifyRequest } from 'fastify'
import type { Caller } from '../action/caller.ts'
import type { Person } from '../access/person.ts'
import { catalogueOf } from '../i18n/catalogues.ts'
import { negotiate } from '../i18n/languages.ts'
import { createTranslator, type Translator } from '../i18n/message.ts'
import { ruleText, type RuleText } from './problem.ts'
import type { Locale } from './wire.ts'

export interface Speech {
  locale: Locale
  t: Translator
  say: RuleText
}

export interface Voice {
  /** The person's own language, else what the browser asks for. */
  of(request: FastifyRequest, caller?: Caller): Speech
  forPerson(person: Person): Speech
  in(locale: Locale): Speech
}

/** @param messages rule → English, of the kernel and all modules */
export function openVoice(messages: Readonly<Record<string, string>>): Voice {
  const known = new Map<Locale, Speech>()
  const speak = (locale: Locale): Speech => {
    const ready = known.get(locale)
    if (ready) return ready
    const t = createTranslator(locale, catalogueOf(locale))
    const speech = { locale, t, say: ruleText(messages, t) }
    known.set(locale, speech)
    return speech
  }
  return {
    of: (request, caller) =>
      speak(
        negotiate({
          chosen: caller?.person.locale,
          accepted: request.headers['accept-language'],
          fallback: 'zh-Hant',
        }),
      ),
    forPerson: (person) => speak(person.locale),
    in: speak,
  }
}
