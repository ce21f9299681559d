/** The frame of the pages before one is signed in: mark, language, one small sheet. */
import { Language } from '#ui/base/house.tsx'
import { Choices } from '#ui/base/choices.tsx'
import { usePreferences } from '#ui/base/preferences-context.tsx'
import { Waiting } from '#ui/base/waiting.tsx'
import type { Locale } from '#kernel/http/wire.ts'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { entranceMessages } from './entrance-messages.ts'
import './entrance.css'
import { localeNames } from './locales.ts'
import mark from './mark.svg'

/** Gives `useT` to pages that stand before the house, whose messages nobody has sent yet. */
export function EntranceLanguage(props: { children: ReactNode }) {
  const { locale } = usePreferences()
  const messages = useQuery({
    queryKey: ['entrance', locale],
    queryFn: () => entranceMessages(locale),
    staleTime: Infinity,
  })
  if (messages.error) throw messages.error
  if (!messages.data) return <Waiting />
  return <Language messages={messages.data}>{props.children}</Language>
}

interface SheetProps {
  title: string
  text?: string
  children: ReactNode
  wide?: boolean
}

export function EntranceSheet(props: SheetProps) {
  const { locale, choose } = usePreferences()
  return (
    <div className="entrance">
      <header className="entrance-top">
        <img src={mark} alt="" />
        <span>Shangmai 商脈</span>
        <Choices<Locale>
          label="Language / 語言"
          labelIsUnseen
          options={localeNames}
          value={locale}
          onChange={(to) => choose({ locale: to })}
        />
      </header>
      <main className={props.wide ? 'entrance-sheet entrance-wide' : 'entrance-sheet'}>
        <h1>{props.title}</h1>
        {props.text && <p className="quiet">{props.text}</p>}
        {props.children}
      </main>
    </div>
  )
}
