/** Opens the panel of all conditions: beside the button, on the phone as a sheet from below. */
import type { Where } from '#kernel/query/where.ts'
import { useT } from '#ui/base/house.tsx'
import { usePhone } from '#ui/base/media.ts'
import { fieldConditions } from '#ui/field/where.ts'
import { IconFilter } from '@tabler/icons-react'
import { Button, Drawer, Popover } from 'antd'
import { useState } from 'react'
import { ConditionPanel } from './condition-panel.tsx'
import type { ListView } from './use-list-view.ts'

function howManyConditions(where: Where): number {
  return fieldConditions(where).length + (where.any?.length ?? 0)
}

export function ConditionButton({ view }: { view: ListView }) {
  const t = useT()
  const phone = usePhone()
  const [isOpen, setOpen] = useState(false)
  const count = howManyConditions(view.state.conditions)
  const panel = (
    <ConditionPanel
      meta={view.meta}
      where={view.state.conditions}
      onApply={(where) => {
        setOpen(false)
        view.change({ where })
      }}
    />
  )
  const button = (
    <Button
      type="dashed"
      icon={<IconFilter size={16} stroke={1.6} aria-hidden />}
      aria-expanded={isOpen}
      onClick={phone ? () => setOpen(true) : undefined}
    >
      {phone ? t('Filter') : t('More conditions')}
      {phone && count > 0 && <span className="count">{count}</span>}
    </Button>
  )
  if (phone) {
    return (
      <>
        {button}
        <Drawer
          open={isOpen}
          onClose={() => setOpen(false)}
          placement="bottom"
          size="large"
          title={t('Filter')}
          destroyOnHidden
        >
          {panel}
        </Drawer>
      </>
    )
  }
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      destroyOnHidden
      content={panel}
    >
      {button}
    </Popover>
  )
}
