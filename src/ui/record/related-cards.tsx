/** A related list on the phone: two lines for each record. */
import type { EntityMeta, FieldMeta, ListAnswer, WireRow } from '#kernel/http/wire.ts'
import { Cell } from '#ui/field/cell.tsx'
import { displayText, isNothing, titleText } from '#ui/field/display.ts'
import { useReader } from '#ui/field/use-reader.ts'
import { cardOf } from '#ui/list/card-fields.ts'
import type { CardFields } from '#ui/list/card-fields.ts'
import { Link } from '@tanstack/react-router'
import './related.css'

interface RelatedCardsProps {
  entity: EntityMeta
  columns: readonly FieldMeta[]
  answer: ListAnswer
}

export function RelatedCards({ entity, columns, answer }: RelatedCardsProps) {
  const fields = cardOf(entity, columns)
  return (
    <ul className="related-cards">
      {answer.rows.map((row) => (
        <li key={row.id}>
          <Link
            className="related-card"
            to="/record/$entity/$id"
            params={{ entity: entity.name, id: row.id }}
          >
            <CardLines entity={entity} fields={fields} row={row} answer={answer} />
          </Link>
        </li>
      ))}
    </ul>
  )
}

interface CardLinesProps {
  entity: EntityMeta
  fields: CardFields
  row: WireRow
  answer: ListAnswer
}

function CardLines({ entity, fields, row, answer }: CardLinesProps) {
  const reader = useReader()
  const { refs } = answer
  const { state, figure } = fields
  const words = fields.second.map((field) => displayText(field, row, refs, reader))
  return (
    <>
      <span className="related-line">
        <span className="grow clip strong">{titleText(entity, row, refs, reader) || '—'}</span>
        {state && <Cell field={state} row={row} />}
      </span>
      <span className="related-line related-words">
        <span className="grow clip">{words.filter((word) => word !== '').join('　')}</span>
        {figure && !isNothing(row[figure.name]) && <Cell field={figure} row={row} />}
      </span>
    </>
  )
}
