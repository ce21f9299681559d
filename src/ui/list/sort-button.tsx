/** The order of the cards on the phone, where there are no headings to press. */
import { useT } from '#ui/base/house.tsx'
import { MenuButton } from '#ui/base/menu-button.tsx'
import { IconArrowsSort, IconSortAscending, IconSortDescending } from '@tabler/icons-react'
import { Button } from 'antd'
import { nextSort } from './list-state.ts'
import type { ListView } from './use-list-view.ts'

function markOf(sort: string, name: string) {
  if (sort === name) return <IconSortAscending size={17} stroke={1.6} aria-hidden />
  return sort === `-${name}` ? <IconSortDescending size={17} stroke={1.6} aria-hidden /> : null
}

export function SortButton({ view }: { view: ListView }) {
  const t = useT()
  const { state, meta } = view
  const items = state.columns
    .filter(({ sortable }) => sortable)
    .map(({ name, label }) => ({
      key: name,
      label,
      icon: markOf(state.sort, name),
      onSelect: () => view.change({ sort: nextSort(state.sort, name, meta.list.sort) }),
    }))
  if (items.length === 0) return null
  return (
    <MenuButton items={items}>
      <Button
        aria-label={t('Sort order')}
        icon={<IconArrowsSort size={18} stroke={1.6} aria-hidden />}
      />
    </MenuButton>
  )
}
