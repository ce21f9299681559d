/** One record on a board: title, a second line, up to four fields, and the way to other columns. */
import type { EntityMeta, FieldMeta, RefTitles, WireRow } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { MenuButton } from '#ui/base/menu-button.tsx'
import { Cell } from '#ui/field/cell.tsx'
import { displayText, isNothing, titleText } from '#ui/field/display.ts'
import { useReader } from '#ui/field/use-reader.ts'
import { IconArrowsExchange } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { cardOf, type CardFields } from '../card-fields.ts'
import type { Group } from '../group.ts'
import { useLongPress } from '../use-long-press.ts'

/** What the column says already does not stand on the card again. */
export function boardCardFields(
  meta: EntityMeta,
  columns: readonly FieldMeta[],
  group: FieldMeta,
): CardFields {
  const others = columns.filter(({ name }) => name !== group.name)
  const fields = cardOf(meta, others)
  return { ...fields, second: fields.second.filter(({ name }) => name !== group.name) }
}

export interface BoardCardProps {
  meta: EntityMeta
  fields: CardFields
  row: WireRow
  refs: RefTitles
  /** The column it stands in. */
  place: string
  selected: boolean
  ticking: boolean
  isLifted: boolean
  isOnItsWay: boolean
  onTick: (id: string) => void
  /** On the phone: the other columns, and what puts it there. */
  others?: readonly Group[]
  onMove: (id: string, to: Group) => void
}

interface WordsProps {
  fields: readonly FieldMeta[]
  row: WireRow
  refs: RefTitles
}

function Words({ fields, row, refs }: WordsProps) {
  const reader = useReader()
  return fields
    .filter((field) => !isNothing(row[field.name]))
    .map((field) => (
      <span key={field.name} className="clip" title={field.label}>
        {displayText(field, row, refs, reader)}
      </span>
    ))
}

function MoveMenu({ others = [], row, onMove }: BoardCardProps) {
  const t = useT()
  const items = others.map((group) => ({
    key: group.key,
    label: group.label,
    onSelect: () => onMove(row.id, group),
  }))
  return (
    <MenuButton items={items}>
      <button type="button" className="icon-button board-move" aria-label={t('Move to')}>
        <IconArrowsExchange size={18} stroke={1.6} aria-hidden />
      </button>
    </MenuButton>
  )
}

/** Title and state, a second line, further words with the figure. */
export function CardLines(props: Pick<BoardCardProps, 'meta' | 'fields' | 'row' | 'refs'>) {
  const { meta, fields, row, refs } = props
  const title = titleText(meta, row, refs, useReader())
  const { badge, state, figure, second } = fields
  const [first, ...others] = second
  const hasFoot = others.length > 0 || (figure && !isNothing(row[figure.name]))
  return (
    <>
      <span className="board-line">
        {badge && !isNothing(row[badge.name]) && <Cell field={badge} row={row} />}
        <span className="board-title clip">{title || '—'}</span>
        {state && !isNothing(row[state.name]) && <Cell field={state} row={row} />}
      </span>
      {first && (
        <span className="board-second">
          <Words fields={[first]} row={row} refs={refs} />
        </span>
      )}
      {hasFoot && (
        <span className="board-line board-foot">
          <span className="board-words">
            <Words fields={others} row={row} refs={refs} />
          </span>
          {figure && !isNothing(row[figure.name]) && (
            <span className="board-figure" title={figure.label}>
              <Cell field={figure} row={row} />
            </span>
          )}
        </span>
      )}
    </>
  )
}

export function BoardCard(props: BoardCardProps) {
  const t = useT()
  const { meta, row, refs, selected, ticking, others } = props
  const title = titleText(meta, row, refs, useReader())
  const press = useLongPress(() => props.onTick(row.id))
  const onPhone = others !== undefined
  const marks = [
    selected && 'is-selected',
    ticking && 'is-ticking',
    props.isLifted && 'is-lifted',
    props.isOnItsWay && 'is-on-its-way',
  ]
  return (
    <li
      className={['board-card', ...marks.filter(Boolean)].join(' ')}
      data-card={row.id}
      data-from={props.place}
    >
      <label className="board-tick">
        <input
          type="checkbox"
          className="tick"
          aria-label={t('Select {name}', { name: title })}
          checked={selected}
          onChange={() => props.onTick(row.id)}
        />
      </label>
      <Link
        to="/record/$entity/$id"
        params={{ entity: meta.name, id: row.id }}
        className="board-open"
        draggable={false}
        aria-describedby="board-keys"
        onClick={(event) => {
          if (!onPhone || (!ticking && !press.wasLong())) return
          event.preventDefault()
          if (!press.wasLong()) props.onTick(row.id)
        }}
        {...(onPhone && press.events)}
      >
        <CardLines {...props} />
      </Link>
      {onPhone && others.length > 0 && <MoveMenu {...props} />}
    </li>
  )
}
