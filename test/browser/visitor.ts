/** A person in front of the program: sees its pages in a browser and says what to do in English. */
import type { HouseMeta, Locale } from '#kernel/http/wire.ts'
import { createTranslator, type Translator, type Values } from '#kernel/i18n/message.ts'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { demoPassword } from '../../demo/people.ts'
import { barriers, overhangs } from './faults.ts'

const languages: Record<Locale, string> = { en: 'en-GB', 'zh-Hant': 'zh-TW', 'zh-Hans': 'zh-CN' }
const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }

export interface Looks {
  size?: keyof typeof sizes
  locale?: Locale
  theme?: 'light' | 'dark'
  /** Nobody has shown her around yet. */
  isNew?: boolean
  /** The program keeps itself in the browser, to open without a connection. */
  keepsProgram?: boolean
}

/** Names of buttons, fields and the like are given in English and looked for in her language. */
export interface Visitor {
  page: Page
  meta: HouseMeta
  t: Translator
  /** Goes to an address and waits until its content stands. */
  open(path: string): Promise<void>
  press(button: string, values?: Values): Promise<void>
  /** Presses a button of the dialog that is open. */
  confirm(button: string, values?: Values): Promise<void>
  fill(field: string, text: string): Promise<void>
  /** Searches in a picker and takes what it finds. */
  pick(field: string, typed: string, found?: string): Promise<void>
  /** Waits until the document has come to this state. */
  seeState(state: string): Promise<void>
  /** The record whose page is open. */
  recordId(entity: string): Promise<string>
  /** Asks the server itself. */
  ask<T>(path: string): Promise<T>
  /** No barrier, no sideways scrolling on the page as it stands, but in a part made by others. */
  findNoFault(beside?: string): Promise<void>
}

/** A browser window of its own, in which nobody has signed in yet. */
export async function openWindow(
  browser: Browser,
  url: string,
  looks: Looks,
): Promise<BrowserContext> {
  const { size = 'desk', locale = 'zh-Hant', theme = 'light', keepsProgram = false } = looks
  const context = await browser.newContext({
    baseURL: url,
    viewport: sizes[size],
    locale: languages[locale],
    colorScheme: theme,
    hasTouch: size === 'phone',
    reducedMotion: 'reduce',
    // Fetching the whole program in each new window takes longer than many a journey.
    serviceWorkers: keepsProgram ? 'allow' : 'block',
  })
  // Two journeys share a machine that may have two cores only.
  context.setDefaultTimeout(60_000)
  return context
}

/** Signs somebody of the demo company in, with the looks that she chose. */
export async function signInOn(page: Page, name: string, looks: Looks): Promise<Visitor> {
  const { locale = 'zh-Hant', theme = 'light' } = looks
  const headers = { 'X-Shangmai': '1' }
  const credentials = { email: `${name}@demo.local`, password: demoPassword }
  const answer = await page.request.post('/api/session', { data: credentials, headers })
  if (!answer.ok()) throw new Error(`${name} may not sign in: ${answer.status()}`)
  const seen = looks.isNew ? {} : { tour: 'seen' }
  const chosen = { locale, theme, ...seen }
  await page.request.patch('/api/session/preferences', { data: chosen, headers })
  return visitorOf(page)
}

/** Takes over a page on which somebody has signed in. */
export async function visitorOf(page: Page): Promise<Visitor> {
  const ask = async <T>(path: string) => {
    const answer = await page.request.get(path)
    if (!answer.ok()) throw new Error(`${path} answers ${answer.status()}`)
    return (await answer.json()) as T
  }
  const meta = await ask<HouseMeta>('/api/meta')
  const t = createTranslator(meta.user.locale, meta.messages)
  const named = (role: 'combobox' | 'textbox', name: string): Locator =>
    page.getByRole(role, { name: t(name), exact: true })
  return {
    page,
    meta,
    t,
    ask,
    open: async (path) => {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.locator('.waiting').waitFor({ state: 'detached' })
    },
    press: (button, values) =>
      page.getByRole('button', { name: t(button, values), exact: true }).click(),
    confirm: async (button, values) => {
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name: t(button, values), exact: true }).click()
      await dialog.waitFor({ state: 'detached' })
    },
    fill: (field, text) => named('textbox', field).fill(text),
    pick: async (field, typed, found = typed) => {
      await named('combobox', field).click()
      await page.keyboard.type(typed)
      // What was offered in another picker before is still there, out of sight.
      const offer = page
        .locator('.ant-select-item-option')
        .filter({ hasText: found, visible: true })
      await offer.first().click()
    },
    seeState: (state) =>
      page
        .locator('[aria-current=step]')
        .filter({ hasText: t(state) })
        .waitFor(),
    recordId: async (entity) => {
      await page.waitForURL(new RegExp(`/record/${entity}/`))
      await page.getByRole('heading', { level: 1 }).waitFor()
      return page.url().split('/').at(-1) ?? ''
    },
    findNoFault: async (beside) => {
      const at = new URL(page.url()).pathname
      const faults = [...(await barriers(page, beside)), ...(await overhangs(page))]
      if (faults.length > 0) throw new Error(`${at} has faults:\n${faults.join('\n')}`)
    },
  }
}
