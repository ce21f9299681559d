/** Keeps the chosen language, shade and row height, and paints them on the whole document. */
import { IconCalendar, IconChevronDown, IconX } from '@tabler/icons-react'
import { App, ConfigProvider } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import 'dayjs/locale/zh-tw'
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react'
import { chosen, keepPreferences, readPreferences, type Preferences } from './preferences.ts'
import { antdWords } from './antd-words.ts'
import { antdThemeOf } from './theme.ts'
import { useMedia, usePhone } from './media.ts'

interface Held extends Preferences {
  /** Changes what this device remembers; the server is told by the one who calls. */
  choose: (changes: Partial<Preferences>) => void
  shade: 'light' | 'dark'
}

const PreferencesContext = createContext<Held | null>(null)
const dayLocales = { en: 'en', 'zh-Hant': 'zh-tw', 'zh-Hans': 'zh-cn' }

// antd's own icons are read aloud by their English names.
const down = <IconChevronDown size={14} stroke={1.8} aria-hidden />
const cross = <IconX size={12} stroke={1.8} aria-hidden />
const calendar = <IconCalendar size={15} stroke={1.6} aria-hidden />

function useShade(theme: Preferences['theme']): 'light' | 'dark' {
  const systemIsDark = useMedia('(prefers-color-scheme: dark)')
  if (theme !== 'system') return theme
  return systemIsDark ? 'dark' : 'light'
}

function usePaint(preferences: Preferences, shade: 'light' | 'dark'): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement
    document.documentElement.lang = preferences.locale
    dataset['theme'] = shade
    dataset['density'] = preferences.density
    dayjs.locale(dayLocales[preferences.locale])
    // The program is installed under its name in this language.
    const manifest = document.querySelector<HTMLLinkElement>('link[rel=manifest]')
    manifest?.setAttribute('href', `/manifest-${preferences.locale}.webmanifest`)
  }, [preferences, shade])
}

export function PreferencesHolder(props: { children: ReactNode }) {
  const [preferences, setPreferences] = useState(readPreferences)
  const shade = useShade(preferences.theme)
  const phone = usePhone()
  const still = useMedia('(prefers-reduced-motion: reduce)')
  usePaint(preferences, shade)
  useEffect(() => keepPreferences(preferences), [preferences])
  const choose = useCallback((changes: Partial<Preferences>) => {
    setPreferences((was) => chosen(was, changes))
  }, [])
  const held = useMemo<Held>(
    () => ({ ...preferences, shade, choose }),
    [preferences, shade, choose],
  )
  const theme = useMemo(
    () => antdThemeOf(shade, preferences.density, phone, still),
    [shade, preferences.density, phone, still],
  )
  return (
    <PreferencesContext value={held}>
      <ConfigProvider
        theme={theme}
        locale={antdWords[preferences.locale]}
        button={{ autoInsertSpace: false }}
        select={{ suffixIcon: down, removeIcon: cross }}
        datePicker={{ suffixIcon: calendar }}
      >
        <App>{props.children}</App>
      </ConfigProvider>
    </PreferencesContext>
  )
}

/** Language, shade and row height of this person, and `choose` to change them. */
export function usePreferences(): Held {
  const held = useContext(PreferencesContext)
  if (!held) throw new Error('usePreferences needs a <PreferencesHolder>')
  return held
}
