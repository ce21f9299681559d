/** The saved report with which a report opens for this person, and how to choose another. */
import { api } from '#ui/base/api.ts'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { keptKey, useKept, type Kept } from '#ui/shell/kept.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'

/** Stands in the address where the report is wanted without its default. */
export const plain = 'plain'

interface Own {
  saved: string | undefined
  keep: (saved: string | null) => void
}

export function useOwnReport(report: string): Own {
  const queries = useQueryClient()
  const { showProblem } = useUndoMessage()
  const kept = useKept()
  const { mutate } = useMutation({
    mutationFn: (saved: string | null) =>
      api.patch<Pick<Kept, 'reports'>>('/api/session/reports', { report, saved }),
    onSuccess: ({ reports }) => {
      queries.setQueryData<Kept>(keptKey, (was) => was && { ...was, reports })
    },
    onError: showProblem,
  })
  return { saved: kept?.reports[report], keep: (saved) => mutate(saved) }
}
