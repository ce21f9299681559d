/** Where the embedded database keeps its rows, its socket and the log of its last start. */
import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

export interface Place {
  /** The program's whole data directory; the database is one folder in it. */
  dataDir: string
  cluster: string
  socket: string
  startLog: string
}

// A socket's whole path holds at most 103 bytes (macOS) and 14 of them are its file name.
const longestSocketFolder = 88

/** Lays out a data directory; nothing is created. */
export function placeOf(dataDir: string): Place {
  const root = resolve(dataDir)
  const near = join(root, 'socket')
  const hash = createHash('sha256').update(root).digest('hex').slice(0, 16)
  return {
    dataDir: root,
    cluster: join(root, 'postgres'),
    // Not os.tmpdir(): two processes with another TMPDIR must find the same socket.
    socket: Buffer.byteLength(near) <= longestSocketFolder ? near : `/tmp/shangmai-${hash}`,
    startLog: join(root, 'postgres-start.log'),
  }
}

/** Creates the folders; others may pass through the data directory but not list it. */
export function createPlace(place: Place): void {
  mkdirSync(place.dataDir, { recursive: true, mode: 0o711 })
  mkdirSync(place.cluster, { recursive: true, mode: 0o700 })
  mkdirSync(place.socket, { recursive: true, mode: 0o700 })
  if (!lstatSync(place.socket).isDirectory()) {
    throw new Error(`${place.socket} must be a directory.`)
  }
}
