/** What a bulk change would do: how many records, and which are refused, with the reason. */
import { useT } from '#ui/base/house.tsx'
import type { BulkAnswer } from './use-bulk.ts'

const most = 8

export function BulkTrial({ trial }: { trial: BulkAnswer }) {
  const t = useT()
  const { changed, refused } = trial
  return (
    <div className="bulk-trial" role="status">
      <p>
        {t('{count, plural, one {# record} other {# records}} will be changed.', {
          count: changed,
        })}
      </p>
      {refused.length > 0 && (
        <>
          <p className="bulk-refused">
            {t('{count, plural, one {# record} other {# records}} cannot be changed:', {
              count: refused.length,
            })}
          </p>
          <ul>
            {refused.slice(0, most).map(({ id, title, message }) => (
              <li key={id}>
                <span className="strong">{title}</span> {message}
              </li>
            ))}
          </ul>
          {refused.length > most && (
            <p>{t('… and {count} more', { count: refused.length - most })}</p>
          )}
        </>
      )}
    </div>
  )
}
