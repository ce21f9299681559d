/** The menu at the end of a line: insert, duplicate, move, remove. */
import { newKey } from '#ui/base/key.ts'
import { useT } from '#ui/base/house.tsx'
import { IconDots } from '@tabler/icons-react'
import { Dropdown } from 'antd'
import { duplicateLine, newLine } from './grid-lines.ts'
import type { Grid } from './use-grid.ts'

export function LineMenu({ grid, row }: { grid: Grid; row: number }) {
  const t = useT()
  const range = { top: row, bottom: row, left: 0, right: 0 }
  const maker = { fields: grid.props.entity.fields, newKey }
  const acts: Record<string, () => void> = {
    insert: () => grid.change(grid.lines.toSpliced(row, 0, newLine(maker))),
    duplicate: () => grid.change(duplicateLine(grid.lines, row, newKey)),
    up: () => grid.wish({ wish: 'move-lines', range, by: -1 }),
    down: () => grid.wish({ wish: 'move-lines', range, by: 1 }),
    sheet: () => grid.openSheet(row),
    remove: () => grid.wish({ wish: 'remove-lines', range }),
  }
  const items = [
    { key: 'insert', label: t('Insert a line above') },
    { key: 'duplicate', label: t('Duplicate the line') },
    { key: 'up', label: t('Move up'), extra: 'Alt ⇧ ↑', disabled: row === 0 },
    {
      key: 'down',
      label: t('Move down'),
      extra: 'Alt ⇧ ↓',
      disabled: row === grid.lines.length - 1,
    },
    { key: 'sheet', label: t('All fields of the line') },
    { type: 'divider' as const },
    { key: 'remove', label: t('Remove the line'), extra: 'Ctrl Del', danger: true },
  ]
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{ items, onClick: ({ key }) => acts[key]?.() }}
    >
      <button
        type="button"
        className="line-menu"
        aria-label={t('Menu of line {line}', { line: row + 1 })}
      >
        <IconDots size={16} aria-hidden />
      </button>
    </Dropdown>
  )
}
