/** New rows that may be there already: each beside what it may be, to be taken or left out. */
import type { EntityMeta } from '#kernel/http/wire.ts'
import { Choices } from '#ui/base/choices.tsx'
import { useT } from '#ui/base/house.tsx'
import { ScrollBox } from '#ui/base/scroll-box.tsx'
import { Link } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { isTaken, withOther, type LikelyChoice } from './likely-choice.ts'
import type { ImportState, LikelyRow } from './import-types.ts'

interface LikelyRowsProps {
  entity: EntityMeta
  state: ImportState
  choice: LikelyChoice
  onChange: (choice: LikelyChoice) => void
}

export function LikelyRows({ entity, state, choice, onChange }: LikelyRowsProps) {
  const t = useT()
  const { likely: count, likelyRows } = state
  if (count === 0) return null
  return (
    <>
      <div className="options-bar likely-bar">
        <p className="strong">
          {t('{count, plural, one {# new row} other {# new rows}} may be there already', { count })}
        </p>
        <Choices
          label={t('Rows that may be there already')}
          options={{ take: t('Take them all the same'), leave: t('Leave them out') }}
          value={choice.likely}
          onChange={(likely) => onChange({ likely, except: [] })}
        />
      </div>
      <ScrollBox className="mapping-scroll problem-rows">
        <table className="mapping">
          <caption className="unseen">{t('Rows that may be there already')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('Row')}</th>
              <th scope="col">{t('In the file')}</th>
              <th scope="col">{t('There already')}</th>
              <th scope="col">{t('Take')}</th>
            </tr>
          </thead>
          <tbody>
            {likelyRows.map((one) => (
              <tr key={one.row}>
                <td>{one.row}</td>
                <td className="mapping-values clip">{one.value}</td>
                <td>
                  <Like entity={entity} like={one.like} />
                </td>
                <td>
                  <Checkbox
                    aria-label={t('Take row {row}', { row: one.row })}
                    checked={isTaken(choice, one.row)}
                    onChange={() => onChange(withOther(choice, one.row))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {count > likelyRows.length && (
          <p className="quiet problem-more">
            {t('These are the first {count}; the others go as chosen above.', {
              count: likelyRows.length,
            })}
          </p>
        )}
      </ScrollBox>
    </>
  )
}

function Like({ entity, like }: { entity: EntityMeta; like: LikelyRow['like'] }) {
  const t = useT()
  if (!like) return <span className="quiet">{t('One that you may not see')}</span>
  const { id, title, score, reasons } = like
  return (
    <>
      <Link to="/record/$entity/$id" params={{ entity: entity.name, id }} target="_blank">
        {title}
      </Link>{' '}
      <span className="quiet">
        {t('{score} % · {reasons}', { score, reasons: reasons.join(t(', ')) })}
      </span>
    </>
  )
}
