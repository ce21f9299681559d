/** Moves all ticked records to the recycle bin, after saying how many and which stay. */
import { useT } from '#ui/base/house.tsx'
import { Waiting } from '#ui/base/waiting.tsx'
import { Button, Modal } from 'antd'
import { useEffect, useEffectEvent } from 'react'
import { BulkTrial } from './bulk-trial.tsx'
import { promisedBy, useBulk, type BulkDialogProps } from './use-bulk.ts'

const wish = { delete: true } as const

export function BulkDelete(props: BulkDialogProps) {
  const t = useT()
  const { trial, tryOut, run, isBusy } = useBulk(props)
  const begin = useEffectEvent(() => void tryOut(wish))
  useEffect(() => begin(), [])
  return (
    <Modal
      open
      title={t('Move to the recycle bin')}
      onCancel={props.onClose}
      footer={[
        <Button key="cancel" onClick={props.onClose}>
          {t('Cancel')}
        </Button>,
        <Button
          key="confirm"
          danger
          type="primary"
          loading={isBusy}
          disabled={!trial || promisedBy(trial) === 0}
          onClick={() => void run(wish)}
        >
          {t('Delete {count, plural, one {# record} other {# records}}', {
            count: trial ? promisedBy(trial) : 0,
          })}
        </Button>,
      ]}
    >
      {trial ? <BulkTrial trial={trial} /> : <Waiting />}
      <p className="quiet">
        {t('They can be restored from the recycle bin, one by one or all at once.')}
      </p>
    </Modal>
  )
}
