/** Ctrl S and Ctrl Enter save the form that is open, wherever on the page the cursor is. */
import { useStable } from '#ui/base/stable.ts'
import { useEffect, type ReactNode } from 'react'

interface SaveKeysProps {
  onSave: () => void
  children: ReactNode
}

export function SaveKeys({ onSave, children }: SaveKeysProps) {
  const save = useStable(onSave)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isSaveKey(event) || isElsewhere(event.target)) return
      event.preventDefault()
      // What is being typed in a cell is kept when the cell is left.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      setTimeout(save)
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [save])
  return <div className="form-body">{children}</div>
}

function isSaveKey(event: KeyboardEvent): boolean {
  const isCommand = event.ctrlKey || event.metaKey
  const isNamed = event.key.toLowerCase() === 's' || event.key === 'Enter'
  return isCommand && isNamed && !event.altKey && !event.isComposing
}

/** In a dialog over the form, or in a comment beside it. */
function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=dialog],.comment-box') !== null
}
