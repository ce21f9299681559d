/** A page knows that it is old when the server names another build, and not before. */
import { afterAll, expect, test, vi } from 'vitest'
import { hearBuild, onOld } from './build.ts'

const script = { getAttribute: () => '/assets/index-a.js' }
afterAll(() => vi.unstubAllGlobals())
vi.stubGlobal('document', { querySelector: () => script })

test('the own build is no news, another one is', () => {
  let told = 0
  onOld(() => (told += 1))
  hearBuild('/assets/index-a.js')
  expect(told).toBe(0)
  hearBuild('/assets/index-b.js')
  expect(told).toBe(1)
})
