/** A browser for tests that looks the same on every machine, Chinese included. */
import { type Browser, chromium } from 'playwright-core'
import { fontConfiguration } from './browser-fonts.ts'
import { findBrowser, thisMachine } from './find-browser.ts'
import { packedLibraries, unpackChromium } from './packed-chromium.ts'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-pings',
  '--no-default-browser-check',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
]

/**
 * Starts a browser: the one in CHROMIUM_PATH, else one that is installed, else the one that came
 * with the development packages.
 * @throws when there is none for this platform
 */
export async function launchBrowser(): Promise<Browser> {
  const { path } = findBrowser(thisMachine)
  return launch(path ?? (await unpackChromium()), path === null)
}

/** Starts the browser that came with the development packages, whatever else is installed. */
export async function launchPackedBrowser(): Promise<Browser> {
  return launch(await unpackChromium(), true)
}

function launch(executablePath: string, packed: boolean): Promise<Browser> {
  const libraries = packed ? { LD_LIBRARY_PATH: packedLibraries(executablePath) } : {}
  const env = { ...definedEnvironment(), FONTCONFIG_FILE: fontConfiguration(), ...libraries }
  return chromium.launch({ executablePath, args: flags, env })
}

function definedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env)
  return Object.fromEntries(entries.map(([name, value]) => [name, value ?? '']))
}
