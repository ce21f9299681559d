/** The phone's bar at the bottom: home, the menu's first places, and the rest behind "More". */
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

/** Lists before reports: on the road one looks things up. */
function firstPlaces(places: Place[]): Place[] {
  const isList = ({ entity }: Place) => entity !== undefined
  const others = places.filter((place) => !isList(place))
  return [...places.filter(isList), ...others].slice(0, shown)
}

export function TabBar(props: { onMore: () => void }) {
  const t = useT()
  const path = useLocation().pathname
  const places = placesOf(useHouse())
  const current = placeOfPath(places, path)
  return (
    <nav className="tabs-bottom" data-tour="navigation" aria-label={t('Main menu')}>
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
