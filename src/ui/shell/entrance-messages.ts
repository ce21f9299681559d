/** Words of the pages before sign-in; after it the server sends all words with the house. */
import type { Locale } from '#kernel/http/wire.ts'

type Messages = Record<string, string>

const loaders: Record<Locale, () => Promise<{ default: Messages }>> = {
  en: async () => ({ default: {} }),
  'zh-Hant': () => import('virtual:ui-messages/zh-Hant'),
  'zh-Hans': () => import('virtual:ui-messages/zh-Hans'),
}

export async function entranceMessages(locale: Locale): Promise<Messages> {
  return (await loaders[locale]()).default
}
