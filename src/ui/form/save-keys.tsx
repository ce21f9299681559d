/** Ctrl S and Ctrl Enter save the form that is open, wherever on the page the cursor is. */
import { useT } from '#ui/base/house.tsx'
import { useKeySheet } from '#ui/base/keys.tsx'
import { useStable } from '#ui/base/stable.ts'
import { useEffect, type ReactNode } from 'react'

interface SaveKeysProps {
  onSave: () => void
  children: ReactNode
}

export function SaveKeys({ onSave, children }: SaveKeysProps) {
  const t = useT()
  const save = useStable(onSave)
  useKeySheet(t('The form'), [
    { keys: ['Ctrl / ⌘', 'S'], what: t('Save') },
    { keys: ['Tab'], what: t('Next field') },
  ])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isSaveKey(event) || isInOther(event.target)) return
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
function isInOther(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=dialog],.comment-box') !== null
}
