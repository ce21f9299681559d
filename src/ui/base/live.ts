/** Shows a colleague's change without reloading: each change event refreshes what it touches. */
import type { ChangeEvent, HouseMeta } from '#kernel/http/wire.ts'
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { hearBuild, tellOld } from './build.ts'
import { refresh, refreshAll } from './queries.ts'

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
    let isAgain = false
    events.addEventListener('hello', (event: MessageEvent<string>) => {
      const { last } = JSON.parse(event.data) as { last: string }
      if (isAgain || isBehind(queries, last)) refreshAll(queries, ['meta'])
      isAgain = true
    })
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

/** Something was changed after this page asked and before it listened. */
function isBehind(queries: QueryClient, last: string): boolean {
  const meta = queries.getQueryData<HouseMeta>(['meta'])
  return meta !== undefined && meta.last !== last
}
