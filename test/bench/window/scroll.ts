/** Goes up and down a long list in the browser, rows coming in, and looks at every frame. */
import type { Page } from 'playwright-core'
import { shareOf, slowDown } from './clock.ts'
import { openList, type Visit } from './list-window.ts'

const watchedMs = 5000
const stepPixels = 240

export interface Scrolled {
  /** Rows that stood in the list. */
  rows: number
  /** The 95th of a hundred frames in milliseconds, for each speed of the processor. */
  frames: number[]
}

/**
 * @param depth rows to have in the list before it is scrolled
 * @param speeds the processor is so many times slower
 */
export async function scrollList(
  visit: Visit,
  depth: number,
  speeds: readonly number[],
): Promise<Scrolled> {
  const { context, page } = await openList(visit)
  try {
    const rows = await page.evaluate(goDown, depth)
    const frames: number[] = []
    for (const slow of speeds) frames.push(await frameOf(page, slow))
    return { rows, frames }
  } finally {
    await context.close()
  }
}

/** Half of the time upwards, then down again to the end, where further rows come. */
async function frameOf(page: Page, slow: number): Promise<number> {
  const session = await slowDown(page, slow)
  await page.locator('.list-scroll').hover()
  const watched = page.evaluate(watchFrames, watchedMs)
  const half = performance.now() + watchedMs / 2
  while (performance.now() < half) await page.mouse.wheel(0, -stepPixels)
  const end = half + watchedMs / 2
  while (performance.now() < end) await page.mouse.wheel(0, stepPixels * 2)
  const frames = await watched
  await session.detach()
  return shareOf(frames, 0.95)
}

/** Scrolls to the end over and over, until so many rows have come or there are no more. */
async function goDown(depth: number): Promise<number> {
  const scroller = document.querySelector('.list-scroll')
  const rows = document.querySelector<HTMLElement>('.list-rows')
  if (!scroller || !rows) throw new Error('There is no list')
  const height = document.querySelector<HTMLElement>('.list-rows .list-row')?.offsetHeight ?? 1
  const count = () => Math.round(rows.offsetHeight / height)
  while (count() < depth && document.querySelector('.list-more')) {
    scroller.scrollTop = scroller.scrollHeight
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }
  return count()
}

/** Milliseconds between one frame and the next. */
function watchFrames(milliseconds: number): Promise<number[]> {
  return new Promise((resolve) => {
    const frames: number[] = []
    const startedAt = performance.now()
    let last = startedAt
    const next = (at: number) => {
      frames.push(at - last)
      last = at
      if (at - startedAt < milliseconds) requestAnimationFrame(next)
      else resolve(frames.slice(1))
    }
    requestAnimationFrame(next)
  })
}
