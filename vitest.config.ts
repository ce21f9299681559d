/** Which tests exist and how they run: every run has one throw-away database server. */
import { defineConfig } from 'vitest/config'

function project(name: string, include: string[], options: object = {}) {
  return { extends: true as const, test: { name, include, ...options } }
}

export default defineConfig({
  test: {
    globalSetup: 'src/kernel/testing/global-setup.ts',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      // Files of one worker share what they import: no module keeps anything of its own.
      project('unit', ['src/**/*.test.ts', 'src/**/*.test.tsx'], { isolate: false }),
      project('architecture', ['test/architecture/**/*.test.ts'], { isolate: false }),
      project('generic', ['test/generic/**/*.test.ts'], {
        isolate: false,
        testTimeout: 240_000,
      }),
      project('scenarios', ['test/scenarios/**/*.test.ts'], { testTimeout: 240_000 }),
      project('browser', ['test/browser/**/*.test.ts'], {
        globalSetup: ['test/browser/global-setup.ts'],
        // A page may wait for the server on a busy machine.
        expect: { poll: { timeout: 15_000 } },
        testTimeout: 120_000,
      }),
    ],
  },
})
