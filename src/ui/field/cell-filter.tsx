/** A kept filter is read as a sentence. */
import type { Where } from '#kernel/query/where.ts'
import { lazy, Suspense } from 'react'
import type { KindProps } from './cell.tsx'

const FilterWords = lazy(async () => ({
  default: (await import('#ui/list/filter-words.tsx')).FilterWords,
}))

export function FilterCell({ field, value }: KindProps) {
  return (
    <Suspense fallback={<span className="faint">…</span>}>
      <FilterWords asks={field.asks ?? ''} where={value as Where} />
    </Suspense>
  )
}
