/** Buttons of a list: new record, import, export of exactly what is seen, help. */
import { addressOf } from '#ui/base/api.ts'
import { useT } from '#ui/base/house.tsx'
import { useShowKeys } from '#ui/base/keys.tsx'
import { usePhone } from '#ui/base/media.ts'
import { useOffer } from '#ui/base/offers.tsx'
import { MenuButton, type MenuItem } from '#ui/base/menu-button.tsx'
import { IconDots, IconDownload, IconKeyboard, IconPlus, IconUpload } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { Where } from '#kernel/query/where.ts'
import { useDuplicateItems } from './duplicate-items.tsx'
import { searchedWhere } from './selection.ts'
import type { ListView } from './use-list-view.ts'

/** The file with these rows, in the order and columns of the screen. */
export function exportHref(view: ListView, where: Where, format: 'xlsx' | 'csv'): string {
  const { meta, state } = view
  const columns = state.columns.map(({ name }) => name).join(',')
  const narrowed = Object.keys(where).length > 0 ? where : undefined
  return addressOf(`/api/${meta.name}/export`, {
    format,
    where: narrowed,
    sort: state.sort,
    columns,
  })
}

function useExportItems(view: ListView): MenuItem[] {
  const t = useT()
  const where = searchedWhere(view.state.where, view.state.q)
  if (!view.meta.may.export) return []
  const icon = <IconDownload size={17} stroke={1.6} aria-hidden />
  return [
    {
      key: 'xlsx',
      icon,
      label: t('Export to Excel'),
      href: exportHref(view, where, 'xlsx'),
      download: true,
    },
    {
      key: 'csv',
      icon,
      label: t('Export as CSV'),
      href: exportHref(view, where, 'csv'),
      download: true,
    },
  ]
}

function useMoreItems(view: ListView): MenuItem[] {
  const onHelp = useShowKeys()
  const t = useT()
  const phone = usePhone()
  const navigate = useNavigate()
  const { may, name } = view.meta
  const duplicates = useDuplicateItems(view.meta)
  const importing: MenuItem = {
    key: 'import',
    icon: <IconUpload size={17} stroke={1.6} aria-hidden />,
    label: t('Import from a file'),
    onSelect: () => void navigate({ to: '/import/$entity', params: { entity: name } }),
  }
  const help: MenuItem = {
    key: 'keys',
    icon: <IconKeyboard size={17} stroke={1.6} aria-hidden />,
    label: t('Keyboard'),
    onSelect: onHelp,
  }
  return [...(may.import ? [importing] : []), ...duplicates, ...(phone ? [] : [help])]
}

function NewButton({ view }: { view: ListView }) {
  const t = useT()
  const phone = usePhone()
  const label = t('New {name}', { name: view.meta.label.one })
  return (
    <Link
      to="/new/$entity"
      params={{ entity: view.meta.name }}
      className={phone ? 'round-button' : 'main-button'}
      data-tour="new"
      {...(phone && { 'aria-label': label })}
    >
      <IconPlus size={phone ? 26 : 17} stroke={1.8} aria-hidden />
      {!phone && label}
    </Link>
  )
}

export function ListActions({ view }: { view: ListView }) {
  const t = useT()
  const phone = usePhone()
  const exports = useExportItems(view)
  const more = useMoreItems(view)
  const menu = phone ? [...exports, ...more] : more
  useOffer(view.meta.label.many, [...exports, ...more])
  return (
    <>
      {!phone && exports.length > 0 && (
        <MenuButton items={exports}>
          <Button icon={<IconDownload size={17} stroke={1.6} aria-hidden />}>{t('Export')}</Button>
        </MenuButton>
      )}
      {menu.length > 0 && (
        <MenuButton items={menu}>
          <Button aria-label={t('More')} icon={<IconDots size={17} stroke={1.6} aria-hidden />} />
        </MenuButton>
      )}
      {view.meta.may.create && <NewButton view={view} />}
    </>
  )
}
