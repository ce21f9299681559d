/** Language, light or dark, and row height, as this person chose; remembered on this device. */
import type { Locale } from '#kernel/http/wire.ts'

export type Theme = 'system' | 'light' | 'dark'
export type Density = 'compact' | 'comfortable'

export interface Preferences {
  locale: Locale
  theme: Theme
  density: Density
}

const place = 'shangmai.preferences'

/** The language a browser asks for, as one of ours. */
export function localeOf(wanted: string): Locale {
  const tag = wanted.toLowerCase()
  if (!tag.startsWith('zh')) return 'en'
  return /hant|tw|hk|mo/.test(tag) ? 'zh-Hant' : 'zh-Hans'
}

function oneOf<T extends string>(value: unknown, choices: readonly T[], otherwise: T): T {
  return choices.find((choice) => choice === value) ?? otherwise
}

/** Reads what was remembered; anything unknown falls back to the browser's own wishes. */
export function preferencesFrom(text: string | null, browserLanguage: string): Preferences {
  const kept: Record<string, unknown> = text ? (JSON.parse(text) as Record<string, unknown>) : {}
  return {
    locale: oneOf(kept['locale'], ['en', 'zh-Hant', 'zh-Hans'], localeOf(browserLanguage)),
    theme: oneOf(kept['theme'], ['system', 'light', 'dark'], 'system'),
    density: oneOf(kept['density'], ['compact', 'comfortable'], 'compact'),
  }
}

/** The same object when nothing differs, so that choosing again what stands changes nothing. */
export function chosen(was: Preferences, changes: Partial<Preferences>): Preferences {
  const next = { ...was, ...changes }
  const isSame = next.locale === was.locale && next.theme === was.theme
  return isSame && next.density === was.density ? was : next
}

export function readPreferences(): Preferences {
  return preferencesFrom(localStorage.getItem(place), navigator.language)
}

export function keepPreferences(preferences: Preferences): void {
  localStorage.setItem(place, JSON.stringify(preferences))
}
