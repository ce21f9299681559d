/** What no page may have: barriers for people with disabilities, and scrolling sideways. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const standards = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

interface Violation {
  id: string
  help: string
  nodes: { html: string; target: string[]; failureSummary: string }[]
}

/**
 * The violations of WCAG 2.2 AA on the page as it stands, one line each.
 * @param beside a part made by others, which is not looked at
 */
export async function barriers(page: Page, beside?: string): Promise<string[]> {
  // Colours are judged when nothing fades any more.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  )
  await page.evaluate(axe)
  const violations = await page.evaluate<Violation[]>(
    `axe.run(${JSON.stringify({ exclude: beside ? [beside] : [] })}, { runOnly: ${JSON.stringify(standards)}, resultTypes: ['violations'] })
      .then(({ violations }) => violations)`,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html, failureSummary }) => `${id} ${target} ${html} ${failureSummary}`),
  )
}

/** What is wider than the window, so that the page would scroll sideways. */
export function overhangs(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [document.documentElement, document.getElementById('page')]
      .filter((place) => place !== null)
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map(({ tagName, scrollWidth }) => `${tagName} is ${scrollWidth} px wide`),
  )
}
