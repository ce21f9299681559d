/** The bar above the page: where one is, the search box, and the person. */
import { useT } from '#ui/base/house.tsx'
import { usePhone } from '#ui/base/media.ts'
import { IconMenu2, IconSearch } from '@tabler/icons-react'
import { Bell } from './bell.tsx'
import { Crumbs } from './crumbs.tsx'
import { UserMenu } from './user-menu.tsx'

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent)

function SearchBox(props: { onOpen: () => void }) {
  const t = useT()
  return (
    <button type="button" className="top-search" data-tour="search" onClick={props.onOpen}>
      <IconSearch size={16} stroke={1.7} aria-hidden />
      <span>{t('Search everything…')}</span>
      <kbd>{isApple ? '⌘ K' : 'Ctrl K'}</kbd>
    </button>
  )
}

export function TopBar(props: { onMenu: () => void; onSearch: () => void }) {
  const t = useT()
  const phone = usePhone()
  return (
    <header className="top">
      {phone && (
        <button
          type="button"
          className="icon-button"
          aria-label={t('Main menu')}
          onClick={props.onMenu}
        >
          <IconMenu2 size={20} stroke={1.7} aria-hidden />
        </button>
      )}
      <Crumbs />
      {phone ? (
        <button
          type="button"
          className="icon-button"
          data-tour="search"
          aria-label={t('Search')}
          onClick={props.onSearch}
        >
          <IconSearch size={20} stroke={1.7} aria-hidden />
        </button>
      ) : (
        <SearchBox onOpen={props.onSearch} />
      )}
      <Bell />
      <UserMenu />
    </header>
  )
}
