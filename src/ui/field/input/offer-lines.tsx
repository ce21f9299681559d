/** What a picker's list holds: records in two lines, a note when there are none, a new one. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import type { PickOption } from '#ui/field/value/pick.ts'
import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import './input.css'

/** The record's name, and below it what tells it from its namesakes. */
export function OfferLines({ option }: { option: PickOption | undefined }) {
  return (
    <span className="offer">
      <span className="offer-title clip">{option?.title}</span>
      {option?.subtitle && <span className="offer-sub clip">{option.subtitle}</span>}
    </span>
  )
}

/** For a select's `optionRender`. */
export function offerLines({ data }: { data: { option?: PickOption } }) {
  return <OfferLines option={data.option} />
}

/** For a select's `popupRender`: something that stands below its list. */
export function listAbove(below: ReactNode) {
  return (list: ReactNode) => (
    <>
      {list}
      {below}
    </>
  )
}

export function NothingFound(props: { asking: boolean; problem: string | undefined }) {
  const t = useT()
  if (props.problem) return <div className="pick-note">{props.problem}</div>
  return <div className="pick-note">{props.asking ? t('Searching…') : t('Nothing found.')}</div>
}

interface CreateRowProps {
  field: FieldMeta
  typed: string
  onCreate: (title: string) => void
}

/** Offers to make the record that is missing, where this person may. */
export function CreateRow({ field, typed, onCreate }: CreateRowProps) {
  const t = useT()
  const target = useHouse().entities[field.target ?? '']
  if (!target?.may.create || target.isLine) return null
  const label = typed.trim()
    ? t('New {entity} “{title}”', { entity: target.label.one, title: typed.trim() })
    : t('New {entity}', { entity: target.label.one })
  return (
    <button
      type="button"
      className="pick-create"
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onCreate(typed.trim())}
    >
      <IconPlus size={15} aria-hidden /> {label}
    </button>
  )
}
