/** Takes times inside the page: from what a person does until she sees what came of it. */
import type { CDPSession, Page } from 'playwright-core'

/** What the page must show; `text` = what each of them has to contain. */
export interface Sight {
  selector: string
  text?: string
}

/**
 * From the event of the hand until the frame in which everything stands that was waited for.
 * @param event the first one of this kind starts the clock
 * @param act does it by mouse or keyboard, so that the browser's own work is in it
 */
export async function timeOf(
  page: Page,
  event: 'pointerdown' | 'input',
  act: () => Promise<void>,
  sight: Sight,
): Promise<number> {
  await page.evaluate(startClock, { event, sight })
  await act()
  return page.evaluate(() => (window as unknown as { taken: Promise<number> }).taken)
}

function startClock({ event, sight }: { event: string; sight: Sight }): void {
  const stands = () => {
    const found = [...document.querySelectorAll(sight.selector)]
    const fits = (one: Element) => !sight.text || (one.textContent ?? '').includes(sight.text)
    return found.length > 0 && found.every(fits)
  }
  const taken = new Promise<number>((resolve) => {
    const begin = ({ timeStamp }: Event) => {
      const look = () =>
        stands()
          ? requestAnimationFrame(() => resolve(performance.now() - timeStamp))
          : requestAnimationFrame(look)
      requestAnimationFrame(look)
    }
    addEventListener(event, begin, { capture: true, once: true })
  })
  Object.assign(window, { taken })
}

/** From the call of the address until this stands, on a page that was opened just now. */
export function timeToStand(page: Page, selector: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = () =>
          document.querySelector(wanted)
            ? requestAnimationFrame(() => resolve(performance.now()))
            : requestAnimationFrame(look)
        look()
      }),
    selector,
  )
}

/** Until nothing more was fetched for a while; the line for live updates stays open for ever. */
export function untilQuiet(page: Page): Promise<void> {
  return page.evaluate(async () => {
    performance.setResourceTimingBufferSize(100_000)
    let seen = -1
    for (;;) {
      const come = performance.getEntriesByType('resource').length
      if (come === seen) return
      seen = come
      await new Promise((resolve) => setTimeout(resolve, 400))
    }
  })
}

/** As a machine so many times slower would show it; 1 = as this one is. */
export async function slowDown(page: Page, rate: number): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
  return session
}

export function shareOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const median = (values: readonly number[]) => shareOf(values, 0.5)
