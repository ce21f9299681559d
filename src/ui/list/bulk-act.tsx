/** Does an action of single records to all ticked ones, after saying what would happen. */
import type { ActionMeta, EntityMeta } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { MenuButton } from '#ui/base/menu-button.tsx'
import { IconBolt } from '@tabler/icons-react'
import { Button } from 'antd'
import { lazy, Suspense } from 'react'
import { BulkTrial } from './bulk-trial.tsx'
import { useBulk, type BulkDialogProps } from './use-bulk.ts'

const ActionDialog = lazy(async () => ({
  default: (await import('#ui/record/action-dialog.tsx')).ActionDialog,
}))

/** What opens another record, or asks for lines, is for one record. */
function actionsForMany({ actions }: EntityMeta): ActionMeta[] {
  return actions.filter(
    ({ on, opens, input }) =>
      on === 'one' && opens !== true && input.every(({ kind }) => kind !== 'lines'),
  )
}

interface BulkActionsProps {
  meta: EntityMeta
  onChoose: (action: ActionMeta) => void
}

export function BulkActions({ meta, onChoose }: BulkActionsProps) {
  const t = useT()
  const actions = actionsForMany(meta)
  if (actions.length === 0) return null
  const items = actions.map((action) => ({
    key: action.name,
    label: action.label,
    danger: action.tone === 'danger',
    onSelect: () => onChoose(action),
  }))
  return (
    <MenuButton items={items}>
      <Button size="small" icon={<IconBolt size={15} stroke={1.6} aria-hidden />}>
        {t('Actions')}
      </Button>
    </MenuButton>
  )
}

export function BulkAct({ action, ...props }: BulkDialogProps & { action: ActionMeta }) {
  const t = useT()
  const { trial, send, finish } = useBulk(props)
  return (
    <Suspense fallback={null}>
      <ActionDialog
        entity={props.view.meta}
        action={action}
        onClose={props.onClose}
        many={{
          send: async ({ dryRun = false, ...said }) => {
            const answer = await send({ action: action.name, ...said }, dryRun)
            if (!dryRun) finish(answer, t('{action}: done', { action: action.label }))
          },
          outcome: trial && (
            <>
              <BulkTrial trial={trial} />
              <p className="quiet">{t('This is not taken back as a whole afterwards.')}</p>
            </>
          ),
        }}
      />
    </Suspense>
  )
}
