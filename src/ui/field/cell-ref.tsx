/** Links to other records by their names; a document's own rows by their number. */
import { useHouse } from '#ui/base/house.tsx'
import { Link } from '@tanstack/react-router'
import type { KindProps } from './cell.tsx'
import { refTitle } from './display.ts'

interface RecordLinkProps {
  entity: string
  id: string
  title: string
  unlinked: boolean
}

/** A record's name, linked where this person may see such records. */
function RecordLink({ entity, id, title, unlinked }: RecordLinkProps) {
  const isOpenable = useHouse().entities[entity] !== undefined
  if (unlinked || !isOpenable) return <>{title}</>
  return (
    <Link to="/record/$entity/$id" params={{ entity, id }}>
      {title}
    </Link>
  )
}

export function RefCell({ field, value, refs, unlinked }: KindProps) {
  const id = String(value)
  const title = refTitle(field, id, refs)
  const isPerson = field.kind === 'person'
  const entity = field.target ?? ''
  return <RecordLink entity={entity} id={id} title={title} unlinked={unlinked || isPerson} />
}

export function RefsCell({ field, value, refs, unlinked }: KindProps) {
  const ids = Array.isArray(value) ? value.map(String) : []
  return (
    <span className="labels">
      {ids.map((id) => (
        <span key={id} className="label">
          <RecordLink
            entity={field.target ?? ''}
            id={id}
            title={refTitle(field, id, refs)}
            unlinked={unlinked}
          />
        </span>
      ))}
    </span>
  )
}

export function LinesCell({ value }: KindProps) {
  return <>{Array.isArray(value) ? value.length : '—'}</>
}
