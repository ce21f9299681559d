/** Which browser the tests drive: the operator's choice, an installed one, or the one we bring. */
import { existsSync } from 'node:fs'

export interface Machine {
  /** E.g. `linux-x64`. */
  platform: string
  environment: NodeJS.ProcessEnv
  exists: (path: string) => boolean
}

export interface FoundBrowser {
  /** Null for the one that the development packages bring. */
  path: string | null
}

const applications = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'].flatMap(
  (name) => ['', process.env['HOME'] ?? ''].map((home) => applicationOf(home, name)),
)

const programs = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'brave-browser',
].map((name) => `/usr/bin/${name}`)

function applicationOf(home: string, name: string): string {
  return `${home}/Applications/${name}.app/Contents/MacOS/${name}`
}

export const thisMachine: Machine = {
  platform: `${process.platform}-${process.arch}`,
  environment: process.env,
  exists: existsSync,
}

/** @throws with the way out when there is none */
export function findBrowser({ platform, environment, exists }: Machine): FoundBrowser {
  const wished = environment['CHROMIUM_PATH']
  if (wished && !exists(wished)) throw new Error(`CHROMIUM_PATH names no file: ${wished}`)
  const places = platform.startsWith('darwin') ? applications : programs
  const path = wished || places.find((place) => exists(place))
  if (path) return { path }
  if (platform === 'linux-x64') return { path: null }
  throw new Error(
    `The tests look at the program in a browser, and none was found on ${platform}. Install ` +
      `${platform.startsWith('darwin') ? 'Chrome, Chromium, Edge or Brave' : 'chromium'}, ` +
      `or set CHROMIUM_PATH to one. The other tests: npm test -- --project '!browser'`,
  )
}
