/** Prints drawn layouts beside the main thread, and beside the press of the built-in forms. */
import type { Locale } from '../../http/wire.ts'
import { createWorkerLine } from '../worker-line.ts'
import type { FilledElement } from './fill.ts'
import type { PageSize } from './paper.ts'

/** What the press sets: nothing in it is looked up or reckoned any more. */
export interface DrawnSheet {
  title: string
  size: PageSize
  pages: FilledElement[][]
  locale: Locale
  printedAt: Date
}

/** A form of a thousand lines takes some seconds; what takes this long never ends. */
const patience = 60_000

const press = createWorkerLine<DrawnSheet, Uint8Array<ArrayBuffer>>(
  new URL('press-worker.ts', import.meta.url),
  { patience },
)

/**
 * @returns a PDF with embedded fonts
 * @throws {Refusal} `print-layout.picture` for a picture that is none
 */
export function printDrawn(sheet: DrawnSheet): Promise<Uint8Array<ArrayBuffer>> {
  return press.ask(sheet)
}

/** Ends the press; a form printed later starts it again. */
export function stopDrawnPrinting(): Promise<void> {
  return press.stop()
}
