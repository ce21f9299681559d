/** The rows of a list as pictures: each with its title and two fields. */
import type { FieldMeta, WireRow } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { NamedIcon } from '#ui/base/icons.tsx'
import { Cell } from '#ui/field/cell.tsx'
import { isNothing, titleText } from '#ui/field/display.ts'
import { textOf } from '#ui/field/value/field-facts.ts'
import { useReader } from '#ui/field/use-reader.ts'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { cardOf } from '../card-fields.ts'
import type { RowsProps } from '../list-body.tsx'
import { isSelected, toggled } from '../selection.ts'
import type { ListView } from '../use-list-view.ts'
import './gallery.css'

/** A line in words and a figure or state, as the columns in sight have them. */
function twoFields({ meta, state }: ListView): FieldMeta[] {
  const { second, figure, state: coloured, badge } = cardOf(meta, state.columns)
  const [words, ...others] = second
  return [words, figure ?? coloured ?? badge ?? others[0]].flatMap((field) => field ?? [])
}

function Picture({ view, row, field }: { view: ListView; row: WireRow; field: FieldMeta }) {
  const id = textOf(row[field.name])
  return (
    <span className="gallery-picture">
      {id === '' ? (
        <NamedIcon name={view.meta.icon} size={34} />
      ) : (
        <img src={`/api/files/${id}/thumb`} alt="" loading="lazy" draggable={false} />
      )}
    </span>
  )
}

/** Calls as soon as the end of the rows comes near. */
function End({ onSeen }: { onSeen: () => void }) {
  const t = useT()
  const end = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    const { current } = end
    if (!current) return undefined
    const watcher = new IntersectionObserver(([seen]) => seen?.isIntersecting && onSeen(), {
      rootMargin: '600px',
    })
    watcher.observe(current)
    return () => watcher.disconnect()
  })
  return (
    <p ref={end} className="list-more">
      {t('Loading more…')}
    </p>
  )
}

/** The focus follows the list's own keys. */
function useActiveFocus(active: number) {
  const holder = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const cards = holder.current?.querySelectorAll<HTMLElement>('.gallery-open')
    if (active >= 0) cards?.[active]?.focus()
  }, [active])
  return holder
}

export function ListGallery(props: RowsProps & { picture: FieldMeta }) {
  const t = useT()
  const reader = useReader()
  const { view, selection, onSelect, active, picture } = props
  const { meta, rows, refs } = view
  const holder = useActiveFocus(active)
  const fields = twoFields(view)
  const ticking = selection.all || selection.ids.size > 0
  return (
    <div className="gallery-scroll">
      <ul ref={holder} className={ticking ? 'gallery is-ticking' : 'gallery'}>
        {rows.map((row, at) => {
          const title = titleText(meta, row, refs, reader)
          const selected = isSelected(selection, row.id)
          return (
            <li key={row.id} className={selected ? 'gallery-card is-selected' : 'gallery-card'}>
              <label className="gallery-tick">
                <input
                  type="checkbox"
                  className="tick"
                  aria-label={t('Select {name}', { name: title })}
                  checked={selected}
                  onChange={() => onSelect(toggled(selection, rows, at))}
                />
              </label>
              <Link
                to="/record/$entity/$id"
                params={{ entity: meta.name, id: row.id }}
                className="gallery-open"
              >
                <Picture view={view} row={row} field={picture} />
                <span className="gallery-title">{title || '—'}</span>
                <span className="gallery-fields">
                  {fields
                    .filter((field) => !isNothing(row[field.name]))
                    .map((field) => (
                      <span key={field.name} className="clip" title={field.label}>
                        <Cell field={field} row={row} refs={refs} unlinked />
                      </span>
                    ))}
                </span>
              </Link>
            </li>
          )
        })}
      </ul>
      {view.hasMore && <End onSeen={view.loadMore} />}
    </div>
  )
}
