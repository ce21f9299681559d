/** What a person waits for in the browser, on this machine and on one a quarter as fast. */
import { launchBrowser } from '#kernel/testing/browser.ts'
import type { BenchRun } from '../bench-run.ts'
import { adminEmail, adminPassword } from '../seed/company.ts'
import { ms, type Finding, type Section } from '../table.ts'
import { scriptOfFirstPage, visitList, type Times } from '../window/list-window.ts'
import { scrollList, type Scrolled } from '../window/scroll.ts'

/** This machine as it is, and four times slower. */
const speeds = [1, 4]
const fullDepth = 100_000
const quickDepth = 3_000

interface Aim {
  measure: string
  of: keyof Times
  most: number
  /** Asked for on this machine alone. */
  unthrottled?: boolean
}

const aims: readonly Aim[] = [
  { measure: 'List of all customers ready', of: 'ready', most: 1000, unthrottled: true },
  { measure: 'A record opened from the list', of: 'open', most: 200 },
  { measure: 'From the keystroke to the filtered list', of: 'filter', most: 150 },
]
const mostScript = 380_000
const longestFrame = 50

/** The web app must be built: `npm run bench` sees to that. */
export async function inTheBrowser(run: BenchRun): Promise<Section> {
  const { big } = run.home.seeded
  const browser = await launchBrowser()
  const { origin } = run.product
  const visit = { browser, origin, email: adminEmail(big.number), password: adminPassword }
  try {
    const findings = [scriptFinding(await scriptOfFirstPage(visit))]
    for (const slow of speeds) {
      const times = await visitList(visit, slow)
      findings.push(...aims.map((aim) => finding(aim, times, slow)))
    }
    const scrolled = await scrollList(visit, run.quick ? quickDepth : fullDepth, speeds)
    return { findings: [...findings, ...frameFindings(scrolled)], details: [] }
  } finally {
    await browser.close()
  }
}

function scriptFinding(bytes: number): Finding {
  return {
    measure: 'Compressed script of the first page in the browser',
    aim: `≤ ${mostScript / 1000} kB`,
    result: `${Math.round(bytes / 1000)} kB`,
    met: bytes <= mostScript,
  }
}

const on = (slow: number) => (slow === 1 ? '' : `, processor ${slow}× slower`)

function finding({ measure, of, most, unthrottled }: Aim, times: Times, slow: number): Finding {
  const hasAim = slow === 1 || unthrottled !== true
  return {
    measure: `${measure}, p50${on(slow)}`,
    aim: hasAim ? `≤ ${most} ms` : '',
    result: ms(times[of]),
    met: hasAim ? times[of] <= most : null,
  }
}

function frameFindings({ rows, frames }: Scrolled): Finding[] {
  return frames.map((frame, at) => ({
    measure: `Scrolling ${rows.toLocaleString('en')} rows, frame, p95${on(speeds[at] ?? 1)}`,
    aim: `≤ ${longestFrame} ms`,
    result: ms(frame),
    met: frame <= longestFrame,
  }))
}
