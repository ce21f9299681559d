/** Gives all records of a kind that somebody looks after to somebody else; it can be taken back. */
import type { EntityMeta, RunBegun } from '#kernel/http/wire.ts'
import { api } from '#ui/base/api.ts'
import { useT } from '#ui/base/house.tsx'
import { newKey } from '#ui/base/key.ts'
import { refreshAll } from '#ui/base/queries.ts'
import type { BulkWish } from '#ui/list/use-bulk.ts'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { lookForRuns } from '#ui/run/runs.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'

interface Given {
  changed: number
  refused: { title: string; message: string }[]
  operation: string | null
  run: RunBegun | null
}

export function useHandOver(kind: EntityMeta, leaver: string) {
  const t = useT()
  const queries = useQueryClient()
  const { showDone, showProblem } = useUndoMessage()
  const handing = useMutation({
    mutationFn: (wish: BulkWish) =>
      api.post<Given>(
        `/api/${kind.name}/bulk`,
        { where: { owner: leaver }, ...wish },
        { idempotencyKey: newKey() },
      ),
  })
  const give = async (wish: BulkWish) => {
    try {
      const { changed, refused, operation, run } = await handing.mutateAsync(wish)
      refreshAll(queries)
      if (run) return lookForRuns(queries)
      const done = t('{count, plural, one {# record} other {# records}} changed', {
        count: changed,
      })
      const [first] = refused
      showDone(first ? `${done} · ${first.title}: ${first.message}` : done, operation ?? undefined)
    } catch (error) {
      showProblem(error)
    }
  }
  return { give, isBusy: handing.isPending }
}
