/** The lines of a document on a phone: one card each; a tap opens the line in a sheet. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { isZeroFigure } from '#ui/field/display.ts'
import { isEmpty, isNumber, isWritable } from '#ui/field/value/field-facts.ts'
import type { Line } from './grid-lines.ts'
import { shownText } from './grid-text.ts'
import type { RowMessages } from './row-messages.ts'
import type { Grid } from './use-grid.ts'
import './line-cards.css'

export function LineCards({ grid, messages }: { grid: Grid; messages: RowMessages }) {
  const t = useT()
  const { lines, props } = grid
  return (
    <ol className="line-cards" aria-label={props.label}>
      {lines.map((line, row) => (
        <li key={line.$key}>
          <button
            type="button"
            className={messages[row] ? 'line-card is-wrong' : 'line-card'}
            onClick={() => grid.openSheet(row)}
          >
            <CardText grid={grid} row={row} line={{ ...line, ...props.computed?.[row] }} />
            {messages[row] && (
              <span className="line-card-wrong">{Object.values(messages[row]).join(' · ')}</span>
            )}
          </button>
        </li>
      ))}
      {lines.length === 0 && <li className="line-card-none">{t('No lines yet.')}</li>}
    </ol>
  )
}

function CardText({ grid, row, line }: { grid: Grid; row: number; line: Line }) {
  const t = useT()
  const { columns, how } = grid
  const text = (field: FieldMeta) => shownText(field, line, how)
  const filled = columns.filter(({ name }) => !isEmpty(line[name]) || line.$text?.[name])
  const title = filled.find((field) => !isNumber(field))
  const amount = columns.findLast((field) => field.kind === 'money' && !isWritable(field))
  const words = filled.filter((field) => !isNumber(field) && isShort(field)).map(text)
  const figures = filled.filter((field) => {
    return isNumber(field) && isWritable(field) && !isZeroFigure(line[field.name])
  })
  const others = words.filter((word) => title === undefined || word !== text(title))
  return (
    <>
      <span className="line-card-line">
        <span className="line-card-row">{row + 1}</span>
        <span className="line-card-title clip">{title ? text(title) : t('Empty line')}</span>
        {amount && <span className="line-card-amount">{text(amount)}</span>}
      </span>
      <span className="line-card-line line-card-second">
        <span className="clip grow">{others.slice(0, 2).join('  ')}</span>
        <span className="line-card-figures">
          {figures.slice(0, 3).map((field) => (
            <span key={field.name}>
              {field.label} <b>{text(field)}</b>
            </span>
          ))}
        </span>
      </span>
    </>
  )
}

function isShort({ kind }: FieldMeta): boolean {
  return kind !== 'boolean' && kind !== 'longText' && kind !== 'richText'
}
