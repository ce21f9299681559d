/** Unpacks the browser that the development packages bring for Linux. */
import { spawnSync } from 'node:child_process'
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { z } from 'zod'

const require = createRequire(import.meta.url)

/** Path of the unpacked browser, which runs on Linux x64; it is unpacked once per version. */
export async function unpackChromium(): Promise<string> {
  const root = dirname(dirname(require.resolve('@sparticuz/chromium')))
  const cache = join(dirname(dirname(root)), '.cache')
  const folder = join(cache, `chromium-${versionOf(root)}`)
  if (!existsSync(folder)) await unpack(join(root, 'bin'), folder)
  return join(folder, 'chromium')
}

/** Folder of the system libraries that the unpacked browser needs and servers often lack. */
export function packedLibraries(executable: string): string {
  return join(dirname(executable), 'lib')
}

function versionOf(root: string): string {
  const text = readFileSync(join(root, 'package.json'), 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version
}

// Made aside and renamed: a second test run at the same time must not start half a browser.
async function unpack(packed: string, folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true })
  const aside = mkdtempSync(`${folder}-`)
  try {
    await decompress(join(packed, 'chromium.br'), join(aside, 'chromium'))
    await decompress(join(packed, 'al2023.tar.br'), join(aside, 'libraries.tar'))
    const tar = spawnSync('tar', ['-xf', 'libraries.tar'], { cwd: aside, encoding: 'utf8' })
    if (tar.status !== 0) throw new Error(`tar failed: ${tar.stderr}`)
    rmSync(join(aside, 'libraries.tar'))
    renameSync(aside, folder)
  } catch (error) {
    rmSync(aside, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}

function decompress(from: string, to: string): Promise<void> {
  const target = createWriteStream(to, { mode: 0o755 })
  return pipeline(createReadStream(from), createBrotliDecompress(), target)
}
