/** The phone's bar at the bottom: home, the first places of the menu, and the rest behind "More". */
import { useHouse, useT } from '#ui/base/house.tsx'
import { NamedIcon } from '#ui/base/icons.tsx'
import { IconMenu2 } from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import { placeOfPath, placesOf, type Place } from './menu.ts'

const shown = 3

function Tab(props: { href: string; label: string; icon: string; current: boolean }) {
  return (
    <Link to={props.href} {...(props.current && { 'aria-current': 'page' as const })}>
      <NamedIcon name={props.icon} size={22} />
      <span>{props.label}</span>
    </Link>
  )
}

/** One place of each group first: somebody's day rarely stays in one group. */
export function firstPlaces(places: Place[]): Place[] {
  const seen = new Set<string>()
  const firsts = places.filter((place) => !seen.has(place.group) && seen.add(place.group))
  const rest = places.filter((place) => !firsts.includes(place))
  return [...firsts, ...rest].slice(0, shown)
}

export function TabBar(props: { onMore: () => void }) {
  const t = useT()
  const path = useLocation().pathname
  const places = placesOf(useHouse())
  const current = placeOfPath(places, path)
  return (
    <nav className="tabs-bottom" aria-label={t('Main menu')}>
      <Tab href="/" label={t('Home')} icon="home" current={path === '/'} />
      {firstPlaces(places).map((place) => (
        <Tab key={place.href} {...place} current={place === current} />
      ))}
      <button type="button" onClick={props.onMore}>
        <IconMenu2 size={22} stroke={1.6} aria-hidden />
        <span>{t('More')}</span>
      </button>
    </nav>
  )
}
