/** Packs a folder into one file to take along, while it is sent. */
import { spawn } from 'node:child_process'
import { PassThrough, type Readable } from 'node:stream'

/** As `.tar.gz`, by the tar of the system, which is on every Linux and macOS. */
export function packFolder(parent: string, name: string): Readable {
  const packed = new PassThrough()
  const tar = spawn('tar', ['-czf', '-', '-C', parent, name], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  tar.stdout.pipe(packed, { end: false })
  tar.on('error', (error) => packed.destroy(error))
  // Whoever gets half of it must see that it is not whole.
  tar.on('close', (code) => {
    if (code === 0) packed.end()
    else packed.destroy(new Error(`tar ended with ${code}`))
  })
  packed.on('close', () => tar.kill())
  return packed
}
