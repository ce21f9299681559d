/** A link to a record that costs little to draw: a list has one or more in each of its rows. */
import { useRouter } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'

interface RecordAnchorProps {
  entity: string
  id: string
  className?: string
  children: ReactNode
}

/** Other clicks open a new tab or window, which is the browser's own affair. */
function isPlain({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey
}

/** The router's own link computes its address anew with every change of the page's. */
export function RecordAnchor({ entity, id, className, children }: RecordAnchorProps) {
  const router = useRouter()
  const path = `/record/${encodeURIComponent(entity)}/${encodeURIComponent(id)}`
  const follow = (event: MouseEvent) => {
    if (event.defaultPrevented || !isPlain(event)) return
    event.preventDefault()
    void router.navigate({ to: '/record/$entity/$id', params: { entity, id } })
  }
  return (
    <a href={router.history.createHref(path)} className={className} onClick={follow}>
      {children}
    </a>
  )
}
