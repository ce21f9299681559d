/** What a bulk change would do: how many records, and which are refused, with the reason. */
import { useT } from '#ui/base/house.tsx'
import type { BulkAnswer } from './use-bulk.ts'

const most = 8

export function BulkTrial({ trial }: { trial: BulkAnswer }) {
  const t = useT()
  const { changed, refused, sample } = trial
  return (
    <div className="bulk-trial" role="status">
      {sample ? (
        <SampleWords sample={sample} changed={changed} />
      ) : (
        <p>
          {t('{count, plural, one {# record} other {# records}} will be changed.', {
            count: changed,
          })}
        </p>
      )}
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

interface SampleProps {
  sample: NonNullable<BulkAnswer['sample']>
  changed: number
}

/** Too many to try them all while one waits: some tell what to expect. */
function SampleWords({ sample, changed }: SampleProps) {
  const t = useT()
  const { total, allowed, tried } = sample
  return (
    <>
      <p>
        {t('{total, number} records are chosen.', { total })}{' '}
        {allowed < total &&
          t('You may do this with {allowed, number} of them; the others are skipped.', { allowed })}
      </p>
      <p>
        {t('Tried with {tried, number} from all over: it works with {changed, number}.', {
          tried,
          changed,
        })}
      </p>
      <p className="quiet">
        {t('It goes on in the background: you can watch it above the list, and cancel it.')}
      </p>
    </>
  )
}
