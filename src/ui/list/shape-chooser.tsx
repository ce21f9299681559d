/** The shapes of a list beside its name: the same rows as table, board, calendar, gallery, map. */
import { useT, type Translate } from '#ui/base/house.tsx'
import {
  IconCalendarMonth,
  IconLayoutGrid,
  IconLayoutKanban,
  IconMap2,
  IconTable,
  type Icon,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { searchWith } from './list-state.ts'
import './shape-chooser.css'
import { shapesOf, type Shape } from './shapes.ts'
import type { ListView } from './use-list-view.ts'

const icons: Record<Shape, Icon> = {
  table: IconTable,
  board: IconLayoutKanban,
  calendar: IconCalendarMonth,
  gallery: IconLayoutGrid,
  map: IconMap2,
}

function shapeName(shape: Shape, t: Translate): string {
  const names: Record<Shape, string> = {
    table: t('Table'),
    board: t('Board'),
    calendar: t('Calendar'),
    gallery: t('Gallery'),
    map: t('Map'),
  }
  return names[shape]
}

/** A link is not the present place only because it says less than the address. */
const exactly = { exact: true }

export function ShapeChooser({ view }: { view: ListView }) {
  const t = useT()
  const { meta, state, search } = view
  const offered = shapesOf(meta)
  if (offered.length === 1) return null
  return (
    <nav className="shapes" aria-label={t('Shape')}>
      {offered.map((shape) => {
        const Mark = icons[shape]
        return (
          <Link
            key={shape}
            to="/list/$entity"
            params={{ entity: meta.name }}
            search={searchWith(state, search, { shape: shape === 'table' ? undefined : shape })}
            className="shape"
            activeOptions={exactly}
            title={shapeName(shape, t)}
            aria-label={shapeName(shape, t)}
            {...(shape === state.shape && { 'aria-current': 'true' as const })}
          >
            <Mark size={16} stroke={1.6} aria-hidden />
            <span className="shape-name" aria-hidden>
              {shapeName(shape, t)}
            </span>
          </Link>
        )
      })}
    </nav>
  )
}
