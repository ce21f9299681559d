/** Files by name and pictures as small previews; both open the whole thing. */
import { IconPaperclip } from '@tabler/icons-react'
import type { KindProps } from './cell.tsx'
import { refTitle } from './display.ts'

export function FileCell({ field, value, refs }: KindProps) {
  const id = String(value)
  return (
    <a className="cell-file" href={`/api/files/${id}`} target="_blank" rel="noopener noreferrer">
      <IconPaperclip size={15} stroke={1.6} aria-hidden />
      {refTitle(field, id, refs)}
    </a>
  )
}

export function PictureCell({ field, value, refs }: KindProps) {
  const id = String(value)
  return (
    <a href={`/api/files/${id}`} target="_blank" rel="noopener noreferrer">
      <img
        className="cell-picture"
        src={`/api/files/${id}/thumb`}
        alt={refTitle(field, id, refs)}
        loading="lazy"
      />
    </a>
  )
}
