/** One record on its day: a line in a month, a card in a week and on the phone. */
import type { EntityMeta, FieldMeta, RefTitles, WireRow } from '#kernel/http/wire.ts'
import type { DateText } from '#kernel/time/date.ts'
import { displayText, isNothing, titleText } from '#ui/field/display.ts'
import { useReader } from '#ui/field/use-reader.ts'
import { textOf } from '#ui/field/value/field-facts.ts'
import { wallTimeOf } from '#ui/field/value/wall-time.ts'
import { Link } from '@tanstack/react-router'
import type { CSSProperties } from 'react'
import { CardLines } from '../board/board-card.tsx'
import type { CardFields } from '../card-fields.ts'

export interface CardLook {
  meta: EntityMeta
  /** The field by which it stands here. */
  field: FieldMeta
  cards: CardFields
  refs: RefTitles
  lifted: string | undefined
  moved: ReadonlyMap<string, string>
}

interface CalendarCardProps {
  look: CardLook
  row: WireRow
  day: DateText
  isLine: boolean
  /** Where it is carried from; absent = the day. */
  from?: string
  /** Where it stands among the hours. */
  style?: CSSProperties
  /** Only the cards of one day are reached with Tab: the arrows lead to the others. */
  isReached: boolean
}

/** `14:30` of a moment; nothing of a day. */
function useTime({ meta, field }: CardLook, row: WireRow): string {
  const { timeZone } = useReader()
  if (meta.hours?.day === field.name) return textOf(row[meta.hours.time])
  const value = textOf(row[field.name])
  return field.kind === 'instant' && value !== '' ? wallTimeOf(value, timeZone).slice(11) : ''
}

/** One word with digits in it: `SO-202611-0017`. */
const mereNumber = /^(?=.*\d)[\w/-]+$/u

/** What names the record and what says more of it; a mere number stands behind the words. */
function useNames({ meta, cards, refs }: CardLook, row: WireRow): string[] {
  const reader = useReader()
  const [second] = cards.second
  const title = titleText(meta, row, refs, reader) || '—'
  const words = second && !isNothing(row[second.name]) && displayText(second, row, refs, reader)
  if (!words) return [title]
  return mereNumber.test(title) ? [words, title] : [title, words]
}

function Line({ look, row, names }: { look: CardLook; row: WireRow; names: string[] }) {
  const { state } = look.cards
  const option = state?.options?.find(({ value }) => value === row[state.name])
  const [first, second] = names
  return (
    <>
      {option && (
        <>
          <i className={`dot-mark tone-${option.tone ?? 'grey'}`} aria-hidden />
          <span className="unseen">{option.label}</span>
        </>
      )}
      <span className="calendar-names">
        <span className="calendar-title clip">{first}</span>
        {second && <span className="calendar-second clip">{second}</span>}
      </span>
    </>
  )
}

export function CalendarCard(props: CalendarCardProps) {
  const { look, row, day, isLine, isReached, from = day, style } = props
  const { meta, refs, lifted, moved } = look
  const names = useNames(look, row)
  const time = useTime(look, row)
  const marks = [
    isLine ? 'calendar-line' : 'board-card',
    lifted === row.id && 'is-lifted',
    moved.has(row.id) && 'is-on-its-way',
  ]
  return (
    <li
      className={marks.filter(Boolean).join(' ')}
      data-card={row.id}
      data-from={from}
      style={style}
    >
      <Link
        to="/record/$entity/$id"
        params={{ entity: meta.name, id: row.id }}
        className={isLine ? 'calendar-open' : 'board-open'}
        draggable={false}
        aria-describedby="calendar-keys"
        tabIndex={isReached ? 0 : -1}
        {...(isLine && { title: names.join(' · ') })}
      >
        {time !== '' && <time className="calendar-time">{time}</time>}
        {isLine ? (
          <Line look={look} row={row} names={names} />
        ) : (
          <CardLines meta={meta} fields={look.cards} row={row} refs={refs} />
        )}
      </Link>
    </li>
  )
}
