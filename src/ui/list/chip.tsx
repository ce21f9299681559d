/** A condition in words: pressed it is edited, and it can be taken away. */
import { useT } from '#ui/base/house.tsx'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'

interface ChipProps {
  /** What names it for who cannot see it. */
  text: string
  /** Shown in place of the text. */
  children?: ReactNode
  onEdit?: () => void
  onRemove: () => void
}

export function Chip({ text, children = text, onEdit, onRemove }: ChipProps) {
  const t = useT()
  return (
    <span className={children === text ? 'chip' : 'chip chip-long'}>
      {onEdit ? (
        <button type="button" className="chip-text clip" onClick={onEdit}>
          {children}
        </button>
      ) : (
        <span className="clip">{children}</span>
      )}
      <button
        type="button"
        className="chip-remove"
        aria-label={t('Remove: {name}', { name: text })}
        onClick={onRemove}
      >
        <IconX size={14} stroke={1.8} aria-hidden />
      </button>
    </span>
  )
}
