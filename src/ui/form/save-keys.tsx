/** Ctrl S and Ctrl Enter save the form around the cursor. */
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'

interface SaveKeysProps {
  onSave: () => void
  children: ReactNode
}

export function SaveKeys({ onSave, children }: SaveKeysProps) {
  const latest = useRef(onSave)
  useEffect(() => {
    latest.current = onSave
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const isCommand = event.ctrlKey || event.metaKey
    const saves = event.key.toLowerCase() === 's' || event.key === 'Enter'
    if (!isCommand || !saves || event.altKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    // What is being typed in a cell is kept when the cell is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    setTimeout(() => latest.current())
  }
  return (
    <div className="form-body" onKeyDown={onKeyDown}>
      {children}
    </div>
  )
}
