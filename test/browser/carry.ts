/** A hand that carries a card to another place. */
import type { Locator, Page } from 'playwright-core'

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Where it lies once nothing moves it any more: pages fill while one looks at them. */
async function restingPlace(page: Page, thing: Locator): Promise<Box> {
  let last = ''
  for (let look = 0; look < 100; look += 1) {
    const box = await thing.boundingBox()
    const now = JSON.stringify(box)
    if (box && now === last) return box
    last = now
    await page.waitForTimeout(120)
  }
  throw new Error('Nothing to carry, or it never comes to rest')
}

/** Presses on the card, moves in steps as a hand does, and lets go this far down the place. */
export async function carry(page: Page, card: Locator, place: Locator, down = 90): Promise<void> {
  const from = await restingPlace(page, card)
  await page.mouse.move(from.x + 30, from.y + 12)
  await page.mouse.down()
  await page.mouse.move(from.x + 60, from.y + 32, { steps: 3 })
  await page.locator('.carried').waitFor()
  const goal = await restingPlace(page, place)
  await page.mouse.move(goal.x + goal.width / 2, goal.y + down, { steps: 6 })
  await page.mouse.up()
}
