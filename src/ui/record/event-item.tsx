/** A call, a visit or another happening in the timeline of a record; it opens its own page. */
import type { TimelineMeta } from '#kernel/http/wire-related.ts'
import type { EntityMeta, RefTitles, WireRow } from '#kernel/http/wire.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { NamedIcon } from '#ui/base/icons.tsx'
import { Sentence } from '#ui/base/sentence.tsx'
import { Cell } from '#ui/field/cell.tsx'
import { textOf } from '#ui/field/value/field-facts.ts'
import { Link } from '@tanstack/react-router'
import { ItemHead } from './item-head.tsx'

interface EventItemProps {
  of: EntityMeta
  entity: string
  row: WireRow
  refs: RefTitles
}

export function EventItem({ of, entity, row, refs }: EventItemProps) {
  const t = useT()
  const meta = useHouse().entities[entity]
  const shown = of.related.find((one) => one.entity === entity)?.timeline
  if (!meta || !shown) return null
  const by = shown.by ? textOf(row[shown.by]) : ''
  const name = refs['user']?.[by]?.title ?? t('Somebody')
  return (
    <>
      <ItemHead
        icon={<NamedIcon name={meta.icon} size={14} />}
        by={by === '' ? t('The program') : name}
        at={textOf(row[shown.at])}
        tools={<Kind {...{ meta, shown, row }} />}
      />
      <div className="timeline-body">
        <Link
          className="timeline-event"
          to="/record/$entity/$id"
          params={{ entity, id: row.id }}
          title={meta.label.one}
        >
          <Sentence text={textOf(row[shown.text]) || meta.label.one} />
        </Link>
      </div>
    </>
  )
}

interface KindProps {
  meta: EntityMeta
  shown: TimelineMeta
  row: WireRow
}

function Kind({ meta, shown, row }: KindProps) {
  const field = meta.fields.find(({ name }) => name === shown.kind)
  return field ? <Cell field={field} row={row} /> : <span>{meta.label.one}</span>
}
