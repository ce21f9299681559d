/** What this person's house looks like: its entities, reports, menu and language. */
import type { EntityMeta, HouseMeta } from '#kernel/http/wire.ts'
import { createTranslator } from '#kernel/i18n/message.ts'
import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { usePreferences } from './preferences-context.tsx'

export type Translate = (english: string, values?: Record<string, unknown>) => string

const HouseContext = createContext<HouseMeta | null>(null)
export const TranslateContext = createContext<Translate | null>(null)

/** Gives `useT` to everything inside, from messages of the chosen language (English → text). */
export function Language(props: { messages: Record<string, string>; children: ReactNode }) {
  const { locale } = usePreferences()
  const translate = useMemo<Translate>(() => {
    return createTranslator(locale, props.messages)
  }, [locale, props.messages])
  return <TranslateContext value={translate}>{props.children}</TranslateContext>
}

export function House(props: { meta: HouseMeta; children: ReactNode }) {
  return (
    <HouseContext value={props.meta}>
      <Language messages={props.meta.messages}>{props.children}</Language>
    </HouseContext>
  )
}

/** The described house of the person who is signed in. */
export function useHouse(): HouseMeta {
  const house = useContext(HouseContext)
  if (!house) throw new Error('useHouse needs a signed-in person')
  return house
}

/** An address leads to a kind of record that does not exist, or that this person may not see. */
export class NoSuchEntity extends Error {}

/** One entity as this person may see it. Throws when it is not theirs to see. */
export function useEntity(name: string): EntityMeta {
  const entity = useHouse().entities[name]
  if (!entity) throw new NoSuchEntity(`no entity ${name}`)
  return entity
}

/** Translates a sentence written in English where it is used: `t('Save')`. */
export function useT(): Translate {
  const translate = useContext(TranslateContext)
  if (!translate) throw new Error('useT needs a <Language>')
  return translate
}
