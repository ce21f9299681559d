/** The program in its three languages, by day and by night: no English in the Chinese pages. */
import type { ListAnswer, Locale } from '#kernel/http/wire.ts'
import { expect, test } from 'vitest'
import { latinWords } from './latin-words.ts'
import { useBrowser } from './use-browser.ts'

const { signIn } = useBrowser()
const locales: Locale[] = ['en', 'zh-Hant', 'zh-Hans']
const looks = locales.flatMap((locale) => [
  { locale, theme: 'light' as const },
  { locale, theme: 'dark' as const },
])

test.each(looks)('home, list, record and settings in $locale, $theme', async (look) => {
  const admin = await signIn('admin', look)
  const { rows } = await admin.ask<ListAnswer>('/api/order?sort=-number&limit=1')
  const pages = [
    '/',
    '/list/customer',
    `/record/order/${rows[0]?.id}`,
    '/settings',
    '/settings/users',
  ]
  for (const path of pages) {
    await admin.open(path)
    const root = admin.page.locator('html')
    // What the person chose on any device comes with the answer of who is there.
    await expect.poll(() => root.getAttribute('lang')).toBe(look.locale)
    await expect.poll(() => root.getAttribute('data-theme')).toBe(look.theme)
    await admin.findNoFault()
    if (look.locale !== 'en')
      expect({ path, words: await latinWords(admin) }).toEqual({ path, words: [] })
  }
})
