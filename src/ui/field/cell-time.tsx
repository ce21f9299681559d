/** Days of the calendar and moments on the company's clock. */
import type { KindProps } from './cell.tsx'
import { displayText } from './display.ts'
import { useReader } from './use-reader.ts'

export function DateCell({ value }: KindProps) {
  return <time dateTime={String(value)}>{String(value)}</time>
}

export function InstantCell({ field, row, refs, value }: KindProps) {
  const text = displayText(field, row, refs, useReader())
  return <time dateTime={String(value)}>{text}</time>
}
