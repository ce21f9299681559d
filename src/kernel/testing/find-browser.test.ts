/** The tests find a browser on every machine that may have one, and say what to do elsewhere. */
import { expect, test } from 'vitest'
import { findBrowser } from './find-browser.ts'

function find(platform: string, there: readonly string[], wished?: string) {
  const environment = wished === undefined ? {} : { CHROMIUM_PATH: wished }
  return findBrowser({ platform, environment, exists: (path) => there.includes(path) }).path
}

const edge = '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'

test('an installed one is taken, else the one that comes along, else none', () => {
  expect(find('linux-arm64', ['/usr/bin/chromium'])).toBe('/usr/bin/chromium')
  expect(find('darwin-arm64', [edge])).toBe(edge)
  expect(find('linux-x64', [])).toBeNull()
  expect(() => find('linux-arm64', [])).toThrow(/none was found on linux-arm64. Install chromium,/u)
  expect(() => find('darwin-x64', [])).toThrow(/Install Chrome, Chromium, Edge or Brave, or set/u)
})

test('the operator’s choice comes first, and must be there', () => {
  expect(find('linux-x64', ['/usr/bin/chromium', '/opt/mine'], '/opt/mine')).toBe('/opt/mine')
  expect(() => find('linux-x64', [], '/opt/mine')).toThrow('CHROMIUM_PATH names no file: /opt/mine')
})
