/** Pictures of the program show Chinese, on a machine without a browser or a font too. */
import { expect, test } from 'vitest'
import { launchBrowser, launchPackedBrowser } from '#kernel/testing/browser.ts'

const packed = `${process.platform}-${process.arch}` === 'linux-x64' ? [launchPackedBrowser] : []

test.each([launchBrowser, ...packed].map((launch) => ({ launch })))(
  'each Chinese character has its own shape ($launch.name)',
  async ({ launch }) => {
    const browser = await launch()
    const page = await browser.newPage({ viewport: { width: 60, height: 60 } })
    const pictures: string[] = []
    for (const text of ['商', '脈', '体', '體']) {
      await page.setContent(`<p style="font: 32px sans-serif">${text}</p>`)
      pictures.push((await page.screenshot()).toString('base64'))
    }
    await browser.close()
    // Without a font every one of them would be the same box.
    expect(new Set(pictures).size).toBe(pictures.length)
  },
)
