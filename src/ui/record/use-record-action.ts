/** Does something with a record: at once where nothing is to be asked, else after a dialog. */
import type { ActionMeta, EntityMeta, WireRow, WriteAnswer } from '#kernel/http/wire.ts'
import type { Where } from '#kernel/query/where.ts'
import { useT } from '#ui/base/house.tsx'
import { useWrite } from '#ui/base/queries.ts'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { waitsWords } from '#ui/outbox/waits-words.ts'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'

/** Something must be said before it is done. */
export function asksFirst({ input, confirm, reason, tone }: ActionMeta): boolean {
  return input.length > 0 || confirm !== undefined || reason === true || tone === 'danger'
}

export function useRecordAction(entity: EntityMeta, row?: WireRow) {
  const [asking, ask] = useState<ActionMeta | null>(null)
  const { act } = useAct(entity, row)
  const { showProblem } = useUndoMessage()
  const start = (action: ActionMeta) => {
    if (asksFirst(action)) ask(action)
    else act(action, {}).catch(showProblem)
  }
  return { asking, start, stop: () => ask(null) }
}

export interface Said {
  input?: Record<string, unknown>
  reason?: string
  dryRun?: boolean
}

/** Sends the action; says that it was done and opens what it made. Throws ApiProblem. */
export function useAct(entity: EntityMeta, row?: WireRow) {
  const t = useT()
  const write = useWrite()
  const navigate = useNavigate()
  const { showDone } = useUndoMessage()
  const act = async (action: ActionMeta, said: Said, on = row): Promise<WriteAnswer> => {
    const answer = await write.mutateAsync({
      kind: 'act',
      entity: entity.name,
      action: action.name,
      body: { ...said, ...(on && { version: on.version }) },
      ...(on && { id: on.id, known: { base: on } }),
    })
    if (said.dryRun) return answer
    if (answer.waits) {
      showDone(waitsWords(t))
      return answer
    }
    const shown = action.opens ? listOf(answer.result) : null
    if (shown) {
      const { entity: listed, ...search } = shown
      await navigate({ to: '/list/$entity', params: { entity: listed }, search })
      return answer
    }
    showDone(t('{action}: done', { action: action.label }), answer.operation)
    const made = action.opens ? recordOf(answer.result) : null
    if (made) await navigate({ to: '/record/$entity/$id', params: made })
    return answer
  }
  return { act, isBusy: write.isPending }
}

/** Some actions only show: the records that a rule means, or those that are to become one. */
function listOf(result: unknown): { entity: string; where: Where; merge?: true } | null {
  if (typeof result !== 'object' || result === null) return null
  const { entity, where, merge } = result as Record<string, unknown>
  if (typeof entity !== 'string' || typeof where !== 'object' || where === null) return null
  return { entity, where: where as Where, ...(merge === true ? { merge } : {}) }
}

function recordOf(result: unknown): { entity: string; id: string } | null {
  if (typeof result !== 'object' || result === null) return null
  const { entity, id } = result as Record<string, unknown>
  return typeof entity === 'string' && typeof id === 'string' ? { entity, id } : null
}
