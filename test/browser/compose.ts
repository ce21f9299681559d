/** Types by an input method, as Chinese is typed: signs first, the word in the end. */
import type { Page } from 'playwright-core'

/** Composes step by step; nothing is confirmed yet. */
export async function composeSteps(page: Page, steps: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  for (const step of steps) {
    const place = { selectionStart: step.length, selectionEnd: step.length }
    await session.send('Input.imeSetComposition', { text: step, ...place })
  }
  await session.detach()
}

/** Composes step by step, and confirms the text. */
export async function compose(page: Page, steps: readonly string[], text: string): Promise<void> {
  await composeSteps(page, steps)
  const session = await page.context().newCDPSession(page)
  await session.send('Input.insertText', { text })
  await session.detach()
}
