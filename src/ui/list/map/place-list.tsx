/** What is on the map, the nearest first, with the ways to get there; and what is on no map. */
import type { FieldMeta, RefTitles, WireRow } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { usePreferences } from '#ui/base/preferences-context.tsx'
import { displayText, titleText } from '#ui/field/display.ts'
import { useReader } from '#ui/field/use-reader.ts'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { ListView } from '../use-list-view.ts'
import { distanceText, mapAddresses, type Near } from './places.ts'

interface PlaceListProps {
  view: ListView
  field: FieldMeta
  refs: RefTitles
  near: readonly Near[]
  unplaced: readonly WireRow[]
  chosen: string | undefined
  onChoose: (id: string | undefined) => void
  /** So many were taken, and there are more. */
  most: number | undefined
}

function Ways({ view, near, title }: { view: ListView; near: Near; title: string }) {
  const t = useT()
  const { google, amap, geo } = mapAddresses(near.place, title)
  const outside = { target: '_blank', rel: 'noreferrer' } as const
  return (
    <span className="place-ways">
      <Link to="/record/$entity/$id" params={{ entity: view.meta.name, id: near.row.id }}>
        {t('Open the record')}
      </Link>
      <a href={google} {...outside}>
        {t('Google Maps')}
      </a>
      <a href={amap} {...outside}>
        {t('Amap')}
      </a>
      <a href={geo}>{t('Map app')}</a>
    </span>
  )
}

function PlaceItem(props: PlaceListProps & { one: Near }) {
  const reader = useReader()
  const { locale } = usePreferences()
  const { view, field, refs, one, chosen, onChoose } = props
  const { row, metres } = one
  const title = titleText(view.meta, row, refs, reader) || '—'
  const isChosen = row.id === chosen
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isChosen) item.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  return (
    <li ref={item} className={isChosen ? 'place is-chosen' : 'place'}>
      <button
        type="button"
        className="place-choose"
        aria-pressed={isChosen}
        onClick={() => onChoose(isChosen ? undefined : row.id)}
      >
        <span className="place-title clip">{title}</span>
        <span className="place-way">{distanceText(metres, locale)}</span>
        <span className="place-address clip">{displayText(field, row, refs, reader)}</span>
      </button>
      {isChosen && <Ways view={view} near={one} title={title} />}
    </li>
  )
}

function Unplaced({ view, field, refs, near, unplaced }: PlaceListProps) {
  const t = useT()
  const reader = useReader()
  if (unplaced.length === 0) return null
  return (
    <details
      className={near.length === 0 ? 'unplaced is-alone' : 'unplaced'}
      open={near.length === 0}
    >
      <summary>{t('{count} without a position', { count: unplaced.length })}</summary>
      <p>{t('Open one and add the position to: {field}.', { field: field.label })}</p>
      <ul>
        {unplaced.map((row) => (
          <li key={row.id}>
            <Link to="/record/$entity/$id" params={{ entity: view.meta.name, id: row.id }}>
              {titleText(view.meta, row, refs, reader) || '—'}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  )
}

const mostListed = 100
const steps: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }

/** Arrow keys go from one to the next. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key]
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('.place-choose')]
  const item = (event.target as HTMLElement).closest('li')?.querySelector('.place-choose')
  all[all.indexOf(item as HTMLElement) + step]?.focus()
}

/** The way is measured from the chosen one, which then is the first. */
export function PlaceList(props: PlaceListProps) {
  const t = useT()
  const { near, most, chosen } = props
  const listed = near.slice(0, mostListed)
  const farther = near.length - listed.length
  return (
    <section className="places" aria-label={t('On the map')}>
      <header className="places-head">
        <h2>{t('On the map')}</h2>
        <span className="count">{near.length}</span>
        <span className="faint clip">
          {chosen ? t('by distance from the chosen one') : t('by distance from the middle')}
        </span>
      </header>
      {most !== undefined && (
        <p className="places-most">
          {t('The first {most} of the list are looked at. Narrow it down to see others.', { most })}
        </p>
      )}
      {near.length === 0 && (
        <p className="places-none">{t('Nothing of this list has a position yet.')}</p>
      )}
      <ul className="places-list" onKeyDown={moveFocus}>
        {listed.map((one) => (
          <PlaceItem key={one.row.id} {...props} one={one} />
        ))}
        {farther > 0 && (
          <li className="places-farther">{t('{count} more farther away', { count: farther })}</li>
        )}
      </ul>
      <Unplaced {...props} />
    </section>
  )
}
