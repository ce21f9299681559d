/** The practice company: how far it is, and the ways in, out and away. */
import type { PracticeAnswer } from '#kernel/practice/routes.ts'
import { api, ApiProblem } from '#ui/base/api.ts'
import { forgetKept } from '#ui/base/kept-answers.ts'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'

const key = ['practice']
const pulse = 700

export function usePractice() {
  return useQuery<PracticeAnswer, ApiProblem>({
    queryKey: key,
    queryFn: () => api.get<PracticeAnswer>('/api/practice'),
    refetchInterval: ({ state }) => {
      const is = state.data?.state
      return is === 'waiting' || is === 'filling' ? pulse : false
    },
  })
}

/** Everything that was read is of the other company: the program begins anew. */
async function beginAnew(): Promise<void> {
  await forgetKept()
  location.assign('/')
}

export function usePracticeWays() {
  const queries = useQueryClient()
  const { showProblem } = useUndoMessage()
  const again = () => queries.invalidateQueries({ queryKey: key })
  const make = useMutation<unknown, ApiProblem>({
    mutationFn: () => api.post('/api/practice'),
    onSuccess: again,
    onError: showProblem,
  })
  const discard = useMutation<unknown, ApiProblem>({
    mutationFn: () => api.delete('/api/practice'),
    onSuccess: again,
    onError: showProblem,
  })
  const enter = useMutation<unknown, ApiProblem>({
    mutationFn: () => api.post('/api/practice/enter'),
    onSuccess: beginAnew,
    onError: showProblem,
  })
  const leave = useMutation<unknown, ApiProblem>({
    mutationFn: () => api.post('/api/practice/leave'),
    onSuccess: beginAnew,
    onError: showProblem,
  })
  return { make, discard, enter, leave }
}
