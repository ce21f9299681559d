/** Opens the panel of all conditions: beside the button, on the phone as a sheet from below. */
import type { Where } from '#kernel/query/where.ts'
import { useT } from '#ui/base/house.tsx'
import { usePhone } from '#ui/base/media.ts'
import { partsOf } from '#ui/field/where.ts'
import { IconFilter } from '@tabler/icons-react'
import { Button, Drawer, Popover } from 'antd'
import { ConditionPanel } from './condition-panel.tsx'
import type { ListView } from './use-list-view.ts'

function howManyConditions(where: Where): number {
  return partsOf(where).length
}

interface ConditionButtonProps {
  view: ListView
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
}

export function ConditionButton({ view, isOpen, onOpen }: ConditionButtonProps) {
  const t = useT()
  const phone = usePhone()
  const count = howManyConditions(view.state.conditions)
  const panel = (
    <ConditionPanel
      meta={view.meta}
      where={view.state.conditions}
      onApply={(where) => {
        onOpen(false)
        view.change({ where })
      }}
    />
  )
  const button = (
    <Button
      type="dashed"
      icon={<IconFilter size={16} stroke={1.6} aria-hidden />}
      aria-expanded={isOpen}
      onClick={phone ? () => onOpen(true) : undefined}
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
          onClose={() => onOpen(false)}
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
      onOpenChange={onOpen}
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
