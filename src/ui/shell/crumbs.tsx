/** Where one is: group of the menu, list, record; each step leads back. */
import type { HouseMeta, RecordAnswer } from '#kernel/http/wire.ts'
import { AddressLink } from '#ui/base/address-link.tsx'
import { useHouse, useT, type Translate } from '#ui/base/house.tsx'
import { usePhone } from '#ui/base/media.ts'
import { titleText } from '#ui/field/display.ts'
import { useReader } from '#ui/field/use-reader.ts'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { Fragment, useEffect } from 'react'
import { FavouriteStar } from './favourite-star.tsx'
import { keepListAddress, listAddress } from './list-address.ts'
import { keepRecent } from './recent.ts'
import { entityOfPath, placeOfPath, placesOf } from './menu.ts'

interface Crumb {
  label: string
  href?: string
}

/** The name of the record that an address shows, once it is loaded; kept among the recent ones. */
function useShownTitle(path: string, house: HouseMeta): string {
  const reader = useReader()
  const [, entity = '', id = ''] = /^\/record\/([^/]+)\/([^/]+)/.exec(path) ?? []
  const known = useQuery<RecordAnswer>({ queryKey: ['record', entity, id], queryFn: skipToken })
  const meta = house.entities[entity]
  const title = meta && known.data ? titleText(meta, known.data.row, known.data.refs, reader) : ''
  const { id: user } = house.user
  useEffect(() => {
    if (!meta || title === '') return
    const { icon = 'list', label } = meta
    keepRecent(user, { key: path, title, subtitle: label.one, icon, href: path, group: '' })
  }, [user, meta, title, path])
  return title
}

function lastCrumb(path: string, title: string, t: Translate): Crumb[] {
  if (path.startsWith('/new/')) return [{ label: t('New') }]
  if (path.startsWith('/import/')) return [{ label: t('Import') }]
  return path.startsWith('/record/') && title !== '' ? [{ label: title }] : []
}

function fixedCrumb(path: string, t: Translate): Crumb[] {
  if (path === '/') return [{ label: t('Home') }]
  if (path.startsWith('/begin')) return [{ label: t('Set-up guide') }]
  if (path === '/outbox') return [{ label: t('Outbox') }]
  if (path === '/bin') return [{ label: t('Recycle bin') }]
  if (path === '/search') return [{ label: t('Search') }]
  if (path.startsWith('/settings')) return [{ label: t('Settings') }]
  if (path.startsWith('/print/')) return [{ label: t('Print') }]
  if (path.startsWith('/draw/'))
    return [{ label: t('Print layouts'), href: '/settings/layouts' }, { label: t('Draw') }]
  return []
}

function crumbsOf(path: string, house: HouseMeta, title: string, t: Translate): Crumb[] {
  const place = placeOfPath(placesOf(house), path)
  const name = entityOfPath(path)
  const entity = name ? house.entities[name] : undefined
  const isSame = place?.group === entity?.label.many
  const group = place && !isSame ? [{ label: place.group }] : []
  if (!entity) return place ? [...group, { label: place.label }] : fixedCrumb(path, t)
  const list = { label: entity.label.many, href: listAddress(entity.name) }
  return [...group, list, ...lastCrumb(path, title, t)]
}

export function Crumbs() {
  const t = useT()
  const house = useHouse()
  const { pathname: path, href } = useLocation()
  useEffect(() => keepListAddress(href), [href])
  const crumbs = crumbsOf(path, house, useShownTitle(path, house), t)
  const shown = usePhone() ? crumbs.slice(-1) : crumbs
  const last = crumbs.at(-1)?.label
  const icon = placeOfPath(placesOf(house), path)?.icon ?? 'list'
  useEffect(() => {
    document.title = last ? `${last} · ${house.company.name}` : house.company.name
  }, [last, house.company.name])
  return (
    <nav className="top-crumbs" aria-label={t('Where you are')}>
      {shown.map((crumb, index) => (
        <Fragment key={crumb.href ?? crumb.label}>
          {index > 0 && <span aria-hidden>/</span>}
          <CrumbText crumb={crumb} isLast={index === shown.length - 1} />
        </Fragment>
      ))}
      <FavouriteStar title={last ?? ''} icon={icon} />
    </nav>
  )
}

function CrumbText({ crumb, isLast }: { crumb: Crumb; isLast: boolean }) {
  if (isLast) return <span aria-current="page">{crumb.label}</span>
  if (crumb.href === undefined) return <span>{crumb.label}</span>
  return <AddressLink href={crumb.href}>{crumb.label}</AddressLink>
}
