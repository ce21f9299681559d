/** Links to other records by their names; a document's own rows by their number. */
import { useHouse } from '#ui/base/house.tsx'
import { RecordAnchor } from '#ui/base/record-anchor.tsx'
import type { KindProps } from './cell.tsx'
import { pointerTitle, refTitle, targetOf } from './display.ts'

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
    <RecordAnchor entity={entity} id={id}>
      {title}
    </RecordAnchor>
  )
}

export function RefCell(props: KindProps) {
  const { field, value, refs, unlinked } = props
  if (field.targetIn) return <PointerCell {...props} />
  const id = String(value)
  const title = refTitle(field, id, refs)
  const isPerson = field.kind === 'person'
  const entity = field.target ?? ''
  return <RecordLink entity={entity} id={id} title={title} unlinked={unlinked || isPerson} />
}

/** A record of any entity; one that this person may not see says only what it is. */
function PointerCell({ field, row, value, refs, unlinked }: KindProps) {
  const { entities } = useHouse()
  const entity = targetOf(field, row)
  const title = pointerTitle(field, row, refs)
  if (title !== '') {
    return <RecordLink entity={entity} id={String(value)} title={title} unlinked={unlinked} />
  }
  return <span className="faint">{entities[entity]?.label.one ?? '—'}</span>
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
