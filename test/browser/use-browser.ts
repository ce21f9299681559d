/** Lends each test of a file a browser window, and refuses what the pages complain about. */
import { launchBrowser } from '#kernel/testing/browser.ts'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { openWindow, signInOn, type Looks } from './visitor.ts'

/** The demo product of this worker: files that run at the same time have different ones. */
function ownProduct(): string {
  const urls = inject('productUrls')
  const url = urls[Number(process.env['VITEST_POOL_ID'] ?? 1) % urls.length]
  if (!url) throw new Error('No product was started')
  return url
}

/**
 * One browser for the tests of a file; what a test opened is closed with it.
 * @param provoked addresses whose refusals the tests bring about themselves
 * @param urlOf the product, where it is not the one with the demo company
 */
export function useBrowser(provoked?: RegExp, urlOf = ownProduct) {
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
    const context = await openWindow(browser, urlOf(), looks)
    open.add(context)
    const page = await context.newPage()
    listen(page, complaints, provoked)
    return page
  }
  const signIn = async (name: string, looks: Looks = {}) =>
    signInOn(await newPage(looks), name, looks)
  return { newPage, signIn }
}

// Before sign-in the program asks who is there, and "nobody" is an answer with status 401.
function listen(page: Page, complaints: string[], provoked?: RegExp): void {
  page.on('pageerror', ({ message }) => complaints.push(message))
  // What the browser says of a refusal names neither the address nor the reason.
  page.on('response', async (answer) => {
    if (answer.status() !== 422 || provoked?.test(answer.url()) === true) return
    complaints.push(`${answer.url()}: ${await answer.text().catch(String)}`)
  })
  page.on('console', (said) => {
    const isNobody = /status of 401/.test(said.text()) && said.location().url.includes('/api/')
    // A test that takes the connection away knows that nothing is reached.
    const isOffline = said.text().includes('ERR_INTERNET_DISCONNECTED')
    // Who comes second is told on the page.
    const isSecond = said.text().includes('status of 409')
    const isProvoked =
      /status of 4\d\d/.test(said.text()) && provoked?.test(said.location().url) === true
    const isExpected = isNobody || isOffline || isSecond || isProvoked
    if (said.type() === 'error' && !isExpected) complaints.push(said.text())
  })
}
