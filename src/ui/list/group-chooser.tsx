/** By which field the rows are gathered: columns of a board, bands of a table. */
import { useT } from '#ui/base/house.tsx'
import { usePhone } from '#ui/base/media.ts'
import { MenuButton } from '#ui/base/menu-button.tsx'
import { IconCheck, IconStack2 } from '@tabler/icons-react'
import { Button } from 'antd'
import { bandFields, boardFields } from './shapes.ts'
import type { ListView } from './use-list-view.ts'

export function GroupChooser({ view }: { view: ListView }) {
  const t = useT()
  const phone = usePhone()
  const { meta, state } = view
  const isBoard = state.shape === 'board'
  if (!isBoard && state.shape !== 'table') return null
  const fields = isBoard ? boardFields(meta) : bandFields(meta)
  const chosen = state.group
  const none = {
    key: '',
    label: t('Do not group'),
    icon: <Mark isOn={!chosen} />,
    onSelect: () => view.change({ group: undefined }),
  }
  const byField = fields.map(({ name, label }) => ({
    key: name,
    label,
    icon: <Mark isOn={name === chosen?.name} />,
    onSelect: () => view.change({ group: name }),
  }))
  if (fields.length < (isBoard ? 2 : 1)) return null
  const text = chosen ? t('Group by: {field}', { field: chosen.label }) : t('Group by')
  return (
    <MenuButton items={isBoard ? byField : [none, ...byField]}>
      <Button
        icon={<IconStack2 size={16} stroke={1.6} aria-hidden />}
        aria-label={text}
        title={text}
        {...(!phone && { children: chosen?.label ?? t('Group by'), className: 'list-group-by' })}
      />
    </MenuButton>
  )
}

/** The chosen one is ticked; the others stand under it, not under the tick. */
function Mark({ isOn }: { isOn: boolean }) {
  return <IconCheck size={16} stroke={1.8} aria-hidden style={{ opacity: isOn ? 1 : 0 }} />
}
