/** Pictures of pages with 256 colours: a third of the size, and nobody sees the difference. */
import { crc32, deflateSync } from 'node:zlib'
import type { Page } from 'playwright-core'

interface Pixels {
  width: number
  height: number
  /** The palette, RGB after RGB. */
  colours: number[]
  /** One byte for each pixel, row by row, in base64. */
  indexes: string
}

/** The window as a PNG. */
export async function smallPicture(page: Page): Promise<Buffer> {
  const full = await page.screenshot({ caret: 'hide' })
  const canvas = await page.context().newPage()
  const pixels = await canvas.evaluate(reduce, full.toString('base64'))
  await canvas.close()
  return png(pixels)
}

/** Runs in the browser: the commonest colours are kept, each other one becomes its nearest. */
async function reduce(picture: string): Promise<Pixels> {
  const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0))
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
  const { width, height } = bitmap
  const context = new OffscreenCanvas(width, height).getContext('2d')
  if (!context) throw new Error('The browser cannot draw')
  context.drawImage(bitmap, 0, 0)
  const { data } = context.getImageData(0, 0, width, height)
  const colourAt = (at: number) =>
    ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0)
  const counts = new Map<number, number>()
  for (let at = 0; at < data.length; at += 4) {
    counts.set(colourAt(at), (counts.get(colourAt(at)) ?? 0) + 1)
  }
  const kept = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 256)
  const palette = kept.map(([colour]) => colour)
  const distance = (a: number, b: number) =>
    [16, 8, 0].reduce((sum, shift) => sum + (((a >> shift) & 255) - ((b >> shift) & 255)) ** 2, 0)
  const nearest = new Map<number, number>()
  for (const colour of counts.keys()) {
    const far = palette.map((each) => distance(each, colour))
    nearest.set(colour, far.indexOf(Math.min(...far)))
  }
  let indexes = ''
  for (let at = 0; at < data.length; at += 4) {
    indexes += String.fromCharCode(nearest.get(colourAt(at)) ?? 0)
  }
  const colours = palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255])
  return { width, height, colours, indexes: btoa(indexes) }
}

/** An indexed PNG without filters (PNG 1.2, chapters 4 and 6). */
function png({ width, height, colours, indexes }: Pixels): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // Eight bits for each pixel, colours from the palette.
  head.set([8, 3, 0, 0, 0], 8)
  const pixels = Buffer.from(indexes, 'base64')
  const rows = Array.from({ length: height }, (_, row) =>
    Buffer.concat([Buffer.of(0), pixels.subarray(row * width, (row + 1) * width)]),
  )
  const signature = Buffer.of(137, 80, 78, 71, 13, 10, 26, 10)
  const body = deflateSync(Buffer.concat(rows), { level: 9 })
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(colours)),
    chunk('IDAT', body),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
