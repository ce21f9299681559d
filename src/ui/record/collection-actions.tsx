/** What can be done with several records of one kind together, such as shipping orders as one. */
import type { ActionMeta, EntityMeta } from '#kernel/http/wire.ts'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'

/** The form comes only when one acts: a list is often opened, rarely acted on. */
const ActionDialog = lazy(async () => ({
  default: (await import('./action-dialog.tsx')).ActionDialog,
}))

interface CollectionActionsProps {
  entity: EntityMeta
  /** The ticked records. */
  ids: readonly string[]
  onDone: () => void
}

export function CollectionActions({ entity, ids, onDone }: CollectionActionsProps) {
  const [asking, ask] = useState<ActionMeta | null>(null)
  const field = asking && takingField(asking, entity)
  const close = () => ask(null)
  return (
    <>
      {entity.actions
        .filter((action) => takingField(action, entity))
        .map((action) => (
          <Button key={action.name} size="small" onClick={() => ask(action)}>
            {action.label}
          </Button>
        ))}
      {asking && field && (
        <Suspense fallback={null}>
          <ActionDialog
            entity={entity}
            action={asking}
            prefill={{ [field.name]: [...ids] }}
            onClose={close}
            onDone={onDone}
          />
        </Suspense>
      )}
    </>
  )
}

/** The input by which an action takes several records of this kind. */
function takingField({ on, input }: ActionMeta, { name }: EntityMeta) {
  if (on !== 'collection') return undefined
  return input.find(({ kind, target }) => kind === 'refs' && target === name)
}
