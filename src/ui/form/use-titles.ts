/** Asks for the names of records that a form refers to by id alone. */
import type { RefTitles } from '#kernel/http/wire.ts'
import { api } from '#ui/base/api.ts'
import type { PickOption } from '#ui/field/value/pick.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { unknownTitles } from './unknown-titles.ts'
import type { Form } from './use-form.ts'

/** At most this many names are asked for at once; the next ones follow. */
const AT_ONCE = 20

export function useTitles({ fields, values, lineFields, titles, learn }: Form): void {
  const queries = useQueryClient()
  const asked = useRef(new Set<string>())
  useEffect(() => {
    const ask = async (target: string, ids: string[]) => {
      const { options } = await queries.fetchQuery({
        queryKey: ['list', target, 'titles', ids],
        queryFn: () => api.get<{ options: PickOption[] }>(`/api/${target}/pick`, queryOf(ids)),
      })
      learn(titlesOf(target, options))
    }
    const unknown = unknownTitles(fields, values, lineFields, titles)
    for (const [target, ids] of Object.entries(unknown)) {
      const fresh = ids.filter((id) => !asked.current.has(id)).slice(0, AT_ONCE)
      for (const id of fresh) asked.current.add(id)
      // A name that cannot be had is no reason to stop the form; the cell shows the id.
      if (fresh.length > 0) ask(target, fresh).catch(() => learn({}))
    }
  }, [queries, fields, values, lineFields, titles, learn])
}

function queryOf(ids: string[]) {
  return { where: { id: ids } }
}

function titlesOf(target: string, options: readonly PickOption[]): RefTitles {
  return { [target]: Object.fromEntries(options.map(({ id, title }) => [id, { title }])) }
}
