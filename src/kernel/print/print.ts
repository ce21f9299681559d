/** Prints paper forms beside the main thread, so that nobody waits for somebody else's paper. */
import type { PrintForm } from './form.ts'
import type { LabelSheet } from './label-sheet.ts'
import type { PrintResult, PrintTask } from './print-worker.ts'
import { createWorkerLine } from './worker-line.ts'

/** A form of a thousand lines takes about a second; what takes this long never ends. */
const patience = 60_000

const press = createWorkerLine<PrintTask, PrintResult>(
  new URL('print-worker.ts', import.meta.url),
  { patience },
)

/**
 * Prints a form on A4.
 * @returns a tagged PDF with embedded fonts; the same form gives the same bytes
 * @throws {Refusal} `print.logo-unreadable` on `company.logo`; `code.invalid` for a code too long
 */
export async function printForm(form: PrintForm): Promise<Uint8Array<ArrayBuffer>> {
  const result = await press.ask({ form, as: 'pdf' })
  if (!('pdf' in result)) throw new Error('The press answered pages for a PDF')
  return result.pdf
}

/**
 * Prints labels, on an A4 sheet or one by one for a roll.
 * @throws {Refusal} `code.invalid` for a code that neither bars nor a QR code can write
 */
export async function printLabels(labels: LabelSheet): Promise<Uint8Array<ArrayBuffer>> {
  const result = await press.ask({ labels })
  if (!('pdf' in result)) throw new Error('The press answered pages for labels')
  return result.pdf
}

/**
 * The pages as they would be printed, for the screen.
 * @returns one SVG document per page, all letters as outlines
 * @throws {Refusal} as `printForm` does
 */
export async function printPreview(form: PrintForm): Promise<string[]> {
  const result = await press.ask({ form, as: 'pages' })
  if (!('pages' in result)) throw new Error('The press answered a PDF for pages')
  return result.pages
}

/** Ends the press; a form printed later starts it again. */
export async function stopPrinting(): Promise<void> {
  await press.stop()
}
