/** Shows a colleague's change without reloading: each change event refreshes what it touches. */
import type { ChangeEvent } from '#kernel/http/wire.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { hearBuild, tellOld } from './build.ts'
import { refresh } from './queries.ts'

const gatherFor = 250

/** Listens as long as the page is open; many changes at once cause one refresh per entity. */
export function useLiveUpdates(): void {
  const queries = useQueryClient()
  useEffect(() => {
    const events = new EventSource('/api/events')
    const touched = new Set<string>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const flush = () => {
      for (const entity of touched) refresh(queries, entity)
      touched.clear()
      timer = undefined
    }
    events.addEventListener('change', (event: MessageEvent<string>) => {
      touched.add((JSON.parse(event.data) as ChangeEvent).entity)
      timer ??= setTimeout(flush, gatherFor)
    })
    events.addEventListener('build', (event: MessageEvent<string>) => {
      hearBuild((JSON.parse(event.data) as { build: string }).build)
    })
    addEventListener('vite:preloadError', tellOld)
    return () => {
      removeEventListener('vite:preloadError', tellOld)
      events.close()
      clearTimeout(timer)
    }
  }, [queries])
}
