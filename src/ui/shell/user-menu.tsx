/** The person's menu: language, light or dark, row height, settings, signing out. */
import type { Locale } from '#kernel/http/wire.ts'
import { api } from '#ui/base/api.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { useShowKeys } from '#ui/base/keys.tsx'
import { usePhone } from '#ui/base/media.ts'
import { usePreferences } from '#ui/base/preferences-context.tsx'
import type { Density, Preferences, Theme } from '#ui/base/preferences.ts'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Popover } from 'antd'
import { IconKeyboard, IconLogout, IconMap2, IconSettings, IconUser } from '@tabler/icons-react'
import { useState } from 'react'
import { Choices } from '#ui/base/choices.tsx'
import { PracticeLink } from '#ui/practice/practice-link.tsx'
import { useLeaveWaiting } from '#ui/outbox/use-leave-waiting.ts'
import { openTour } from '#ui/tour/tour-switch.ts'
import { keptKey } from './kept.ts'
import { localeNames } from './locales.ts'
import './user-menu.css'

/** Changes a preference here and at the server; a language change fetches the house anew. */
export function useChoosePreference(): (changes: Partial<Preferences>) => Promise<void> {
  const { choose } = usePreferences()
  const queries = useQueryClient()
  return async (changes) => {
    choose(changes)
    await api.patch('/api/session/preferences', changes)
    await queries.invalidateQueries(changes.locale ? {} : { queryKey: keptKey })
  }
}

function useSignOut(): () => Promise<void> {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { showProblem } = useUndoMessage()
  const mayGo = useLeaveWaiting()
  return async () => {
    if (!(await mayGo())) return
    try {
      await api.delete('/api/session')
    } catch (error) {
      return showProblem(error)
    }
    await navigate({ to: '/sign-in' })
    queries.clear()
  }
}

export function PreferenceChoices() {
  const t = useT()
  const { locale, theme, density } = usePreferences()
  const choose = useChoosePreference()
  const themes: Record<Theme, string> = { system: t('System'), light: t('Light'), dark: t('Dark') }
  const densities: Record<Density, string> = {
    compact: t('Compact'),
    comfortable: t('Comfortable'),
  }
  return (
    <>
      <Choices<Locale>
        label={t('Language')}
        options={localeNames}
        value={locale}
        onChange={(to) => void choose({ locale: to })}
      />
      <Choices<Theme>
        label={t('Appearance')}
        options={themes}
        value={theme}
        onChange={(to) => void choose({ theme: to })}
      />
      <Choices<Density>
        label={t('Row height')}
        options={densities}
        value={density}
        onChange={(to) => void choose({ density: to })}
      />
    </>
  )
}

function UserPanel(props: { onDone: () => void }) {
  const t = useT()
  const { user } = useHouse()
  const signOut = useSignOut()
  const showKeys = useShowKeys()
  const phone = usePhone()
  const takeTour = () => {
    props.onDone()
    openTour()
  }
  return (
    <div className="user-panel">
      <div className="user-who">
        <span className="strong">{user.name}</span>
        <span className="faint clip">{user.email}</span>
      </div>
      <PreferenceChoices />
      <div className="user-links">
        <Link
          to="/record/$entity/$id"
          params={{ entity: 'user', id: user.id }}
          onClick={props.onDone}
        >
          <IconUser size={17} stroke={1.6} aria-hidden />
          {t('My page')}
        </Link>
        <Link to="/settings/{-$section}" onClick={props.onDone}>
          <IconSettings size={17} stroke={1.6} aria-hidden />
          {t('Settings')}
        </Link>
        {!phone && (
          <button
            type="button"
            className="plain"
            onClick={() => {
              props.onDone()
              showKeys()
            }}
          >
            <IconKeyboard size={17} stroke={1.6} aria-hidden />
            {t('Keyboard')}
          </button>
        )}
        <PracticeLink onDone={props.onDone} />
        <button type="button" className="plain" onClick={takeTour}>
          <IconMap2 size={17} stroke={1.6} aria-hidden />
          {t('Take the tour')}
        </button>
        <button type="button" className="plain" onClick={() => void signOut()}>
          <IconLogout size={17} stroke={1.6} aria-hidden />
          {t('Sign out')}
        </button>
      </div>
    </div>
  )
}

export function UserMenu() {
  const t = useT()
  const { user } = useHouse()
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      content={<UserPanel onDone={() => setOpen(false)} />}
    >
      <button
        type="button"
        className="avatar"
        data-tour="person"
        aria-label={t('Your menu, {name}', { name: user.name })}
        aria-expanded={isOpen}
      >
        {user.initials}
      </button>
    </Popover>
  )
}
