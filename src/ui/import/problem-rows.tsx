/** The rows that cannot be taken, with the reason at the field. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { ScrollBox } from '#ui/base/scroll-box.tsx'
import type { ImportState } from './import-types.ts'

interface ProblemRowsProps {
  state: ImportState
  fields: readonly FieldMeta[]
}

export function ProblemRows({ state, fields }: ProblemRowsProps) {
  const t = useT()
  const { problems, rejected } = state
  if (problems.length === 0) return null
  const labelOf = (name: string | undefined) =>
    fields.find((field) => field.name === name)?.label ?? name ?? ''
  return (
    <ScrollBox className="mapping-scroll problem-rows">
      <table className="mapping">
        <caption className="unseen">{t('Rejected rows')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('Row')}</th>
            <th scope="col">{t('Field')}</th>
            <th scope="col">{t('In the file')}</th>
            <th scope="col">{t('Reason')}</th>
          </tr>
        </thead>
        <tbody>
          {problems.map(({ row, field, value, message }, index) => (
            <tr key={index}>
              <td>{row}</td>
              <td>{labelOf(field)}</td>
              <td className="mapping-values clip">{value}</td>
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rejected > problems.length && (
        <p className="quiet problem-more">
          {t('These are the first {count}; the file holds all of them.', {
            count: problems.length,
          })}
        </p>
      )}
    </ScrollBox>
  )
}
