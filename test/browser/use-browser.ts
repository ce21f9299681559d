/** Lends each test of a file a browser window, and refuses what the pages complain about. */
import { launchBrowser } from '#kernel/testing/browser.ts'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { openWindow, signInOn, type Looks } from './visitor.ts'

/** One browser for the tests of a file; what a test opened is closed with it. */
export function useBrowser() {
  let browser: Browser
  const open = new Set<BrowserContext>()
  const complaints: string[] = []
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterEach(async () => {
    for (const context of open) await context.close()
    open.clear()
    expect(complaints.splice(0)).toEqual([])
  })
  afterAll(() => browser.close())

  /** An empty page, signed in by nobody. */
  const newPage = async (looks: Looks = {}) => {
    const context = await openWindow(browser, inject('productUrl'), looks)
    open.add(context)
    const page = await context.newPage()
    listen(page, complaints)
    return page
  }
  const signIn = async (name: string, looks: Looks = {}) =>
    signInOn(await newPage(looks), name, looks)
  return { newPage, signIn }
}

// Before sign-in the program asks who is there, and "nobody" is an answer with status 401.
function listen(page: Page, complaints: string[]): void {
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (said) => {
    const isNobody = /status of 401/.test(said.text()) && said.location().url.includes('/api/')
    if (said.type() === 'error' && !isNobody) complaints.push(said.text())
  })
}
