/** The dark rail at the left: home, the groups of the menu, the recycle bin and the settings. */
import { AddressLink } from '#ui/base/address-link.tsx'
import { useHouse, useT } from '#ui/base/house.tsx'
import { NamedIcon } from '#ui/base/icons.tsx'
import { IconHome, IconSettings, IconTrash } from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import { useSavedReports } from '#ui/report/saved-reports.ts'
import { countText, type Count } from '#ui/base/count-text.ts'
import type { ReactNode } from 'react'
import mark from './mark.svg'
import { useMenuCounts } from './menu-counts.ts'
import { useFavourites, type Favourite } from './favourites.ts'
import { placeOfHref, placesOf, withSaved, type Place } from './menu.ts'

interface EntryProps {
  href: string
  label: string
  icon: ReactNode
  /** Records that wait there. */
  count?: Count | undefined
  current: boolean
  onOpen?: (() => void) | undefined
}

function Entry(props: EntryProps) {
  return (
    <li>
      <AddressLink
        href={props.href}
        className="rail-entry"
        current={props.current}
        onClick={props.onOpen}
      >
        {props.icon}
        <span className="clip">{props.label}</span>
        {props.count && <Waiting {...props.count} />}
      </AddressLink>
    </li>
  )
}

function Waiting(count: Count) {
  const t = useT()
  if (count.value === 0) return null
  const shown = countText(count)
  return (
    <span className="rail-count" aria-label={t('{count} waiting', { count: shown })}>
      {shown}
    </span>
  )
}

interface GroupProps {
  label: string
  places: Place[]
  current: Place | undefined
  onOpen?: (() => void) | undefined
}

function Group({ label, places, current, onOpen }: GroupProps) {
  const counts = useMenuCounts()
  return (
    <>
      <div className="rail-group">{label}</div>
      <ul className="rail-list" aria-label={label}>
        {places.map((place) => (
          <Entry
            key={place.href}
            href={place.href}
            label={place.label}
            icon={<NamedIcon name={place.icon} />}
            count={place.entity === undefined ? undefined : counts[place.entity]}
            current={place === current}
            onOpen={onOpen}
          />
        ))}
      </ul>
    </>
  )
}

/** Records are called as they were; lists and reports in the language of today. */
function nameOf({ href, title }: Favourite, places: Place[]): string {
  const path = new URL(href, location.origin).pathname
  return places.find((place) => place.href === path)?.label ?? title
}

/** The menu's entries, in the rail and in the phone's drawer. */
export function Menu(props: { onOpen?: () => void }) {
  const t = useT()
  const path = useLocation().pathname
  const places = withSaved(placesOf(useHouse()), useSavedReports())
  const here = useLocation().href
  const current = placeOfHref(places, here, path)
  const groups = [...new Set(places.map((place) => place.group))]
  const favourites = useFavourites().map((one) => ({
    ...one,
    label: nameOf(one, places),
    group: '',
  }))
  const { onOpen } = props
  return (
    <>
      <ul className="rail-list">
        <Entry
          href="/"
          label={t('Home')}
          icon={<IconHome size={18} stroke={1.6} aria-hidden />}
          current={path === '/'}
          onOpen={onOpen}
        />
      </ul>
      {favourites.length > 0 && (
        <Group
          label={t('Favourites')}
          places={favourites}
          current={favourites.find(({ href }) => href === here)}
          onOpen={onOpen}
        />
      )}
      {groups.map((group) => (
        <Group
          key={group}
          label={group}
          places={places.filter((place) => place.group === group)}
          current={current}
          onOpen={onOpen}
        />
      ))}
    </>
  )
}

/** Recycle bin and settings, apart from the daily work. */
export function MenuFoot(props: { onOpen?: () => void }) {
  const t = useT()
  const path = useLocation().pathname
  const { onOpen } = props
  return (
    <ul className="rail-list">
      <Entry
        href="/bin"
        label={t('Recycle bin')}
        icon={<IconTrash size={18} stroke={1.6} aria-hidden />}
        current={path === '/bin'}
        onOpen={onOpen}
      />
      <Entry
        href="/settings"
        label={t('Settings')}
        icon={<IconSettings size={18} stroke={1.6} aria-hidden />}
        current={path.startsWith('/settings')}
        onOpen={onOpen}
      />
    </ul>
  )
}

export function Rail() {
  const t = useT()
  const house = useHouse()
  return (
    <nav className="rail" aria-label={t('Main menu')}>
      <Link to="/" className="rail-brand" title={house.company.name}>
        <img src={mark} alt="" />
        <span className="rail-company">{house.company.name}</span>
      </Link>
      <div className="rail-menu" data-tour="navigation">
        <Menu />
      </div>
      <div className="rail-foot">
        <MenuFoot />
      </div>
    </nav>
  )
}
