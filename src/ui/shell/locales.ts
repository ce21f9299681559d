/** The languages of the app, each by its own name. */
import type { Locale } from '#kernel/http/wire.ts'

export const localeNames: Record<Locale, string> = {
  'zh-Hant': '繁體',
  'zh-Hans': '简体',
  en: 'English',
}
