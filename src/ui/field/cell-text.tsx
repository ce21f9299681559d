/** Words: one line, several lines, and values only the program reads. */
import { Sentence } from '#ui/base/sentence.tsx'
import type { KindProps } from './cell.tsx'

export function TextCell({ value }: KindProps) {
  return <Sentence text={String(value)} />
}

export function LongTextCell({ value }: KindProps) {
  return <span className="cell-long">{String(value)}</span>
}

export function JsonCell({ value }: KindProps) {
  return <code>{JSON.stringify(value)}</code>
}
