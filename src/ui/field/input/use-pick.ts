/** Finds the records a picker offers: by what is typed, or the ones this person picked last. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import type { Where } from '#kernel/query/where.ts'
import { api } from '#ui/base/api.ts'
import type { ApiProblem } from '#ui/base/api.ts'
import { useHouse } from '#ui/base/house.tsx'
import { useSettled } from '#ui/base/settled.ts'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { PickOption } from '#ui/field/value/pick.ts'

const PATIENCE = 150
const KEPT = 6

interface PickAnswer {
  options: PickOption[]
}

export interface Offer {
  /** What this person picked last; only while nothing is typed. */
  recent: PickOption[]
  found: PickOption[]
  isAsking: boolean
  problem: ApiProblem | null
}

/** The query for the records of one reference that fit the text. */
export function pickQuery(field: FieldMeta, q: string, where: Where = {}) {
  const target = field.target ?? ''
  const narrowed = { ...field.pick, ...where }
  const isNarrowed = Object.keys(narrowed).length > 0
  return queryOptions<PickAnswer, ApiProblem>({
    queryKey: ['list', target, 'pick', q, narrowed],
    queryFn: () =>
      api.get<PickAnswer>(`/api/${target}/pick`, {
        q,
        ...(isNarrowed && { where: narrowed }),
      }),
    staleTime: 20_000,
  })
}

/** A field whose choices the record narrows, as far as the record says. */
export function narrowedBy(
  field: FieldMeta,
  row: Readonly<Record<string, unknown>> | undefined,
): FieldMeta {
  const value = field.within === undefined ? undefined : row?.[field.within]
  if (field.within === undefined || typeof value !== 'string') return field
  return { ...field, pick: { ...field.pick, [field.within]: value } }
}

/** Offers while `open`. Typing is answered once it pauses. */
export function usePick(field: FieldMeta, typed: string, open: boolean): Offer {
  const user = useHouse().user.id
  const q = useSettled(typed.trim(), PATIENCE)
  const found = useQuery({
    ...pickQuery(field, q),
    enabled: open,
    placeholderData: keepPreviousData,
  })
  const ids = useMemo(
    () => (open ? readRecentPicks(user, field.target ?? '') : []),
    [open, user, field.target],
  )
  const recent = useQuery({
    ...pickQuery(field, '', { id: ids }),
    enabled: open && typed === '' && ids.length > 0,
  })
  return {
    recent: typed === '' ? inOrder(ids, recent.data?.options ?? []) : [],
    found: found.data?.options ?? [],
    isAsking: found.isFetching || q !== typed.trim(),
    problem: found.error,
  }
}

function inOrder(ids: readonly string[], options: readonly PickOption[]): PickOption[] {
  return ids.flatMap((id) => options.filter((option) => option.id === id))
}

/** The name of a record that is known by its id alone. */
export function usePickTitle(field: FieldMeta, id: string | null, isKnown: boolean) {
  return useQuery({
    ...pickQuery({ ...field, pick: {}, fills: {} }, '', { id: id ?? '' }),
    enabled: id !== null && !isKnown && field.target !== undefined,
    staleTime: 300_000,
  }).data?.options.find((option) => option.id === id)
}

function shelfName(user: string, target: string): string {
  return `shangmai.picked/${user}/${target}`
}

export function readRecentPicks(user: string, target: string): string[] {
  const kept = localStorage.getItem(shelfName(user, target))
  return kept ? kept.split(' ') : []
}

export function keepRecentPick(user: string, target: string, id: string): void {
  const others = readRecentPicks(user, target).filter((each) => each !== id)
  localStorage.setItem(shelfName(user, target), [id, ...others].slice(0, KEPT).join(' '))
}
