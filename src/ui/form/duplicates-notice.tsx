/** While a record is entered: which ones that are there already may mean the same, and why. */
import type { DuplicatesAnswer, EntityMeta } from '#kernel/http/wire.ts'
import { api, type ApiProblem } from '#ui/base/api.ts'
import { useT, type Translate } from '#ui/base/house.tsx'
import type { PickOption } from '#ui/field/value/pick.ts'
import { IconCopyCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { Values } from './form-values.ts'
import './form.css'

interface DuplicatesNoticeProps {
  entity: EntityMeta
  values: Values
  /** Takes one that is there instead of the one being entered. */
  onTake?: (option: PickOption) => void
}

/** A pause in typing, and the answer comes when the person is in the next field. */
const pauseMs = 500
const shortestText = 2

export function DuplicatesNotice({ entity, values, onTake }: DuplicatesNoticeProps) {
  const t = useT()
  const found = useLikely(entity, values)
  if (!found) return null
  const { likely, hidden } = found
  if (likely.length === 0 && hidden.count === 0) return null
  return (
    <div className="form-notice is-draft duplicates" role="status">
      <IconCopyCheck size={17} aria-hidden />
      <div className="grow">
        {likely.length > 0 && <p>{t('It may be there already:')}</p>}
        <ul>
          {likely.map((one) => (
            <li key={one.id}>
              <Link to="/record/$entity/$id" params={{ entity: entity.name, id: one.id }}>
                {one.title}
              </Link>{' '}
              <span className="quiet">
                {t('{score} % · {reasons}', {
                  score: one.score,
                  reasons: one.reasons.join(t(', ')),
                })}
              </span>{' '}
              {onTake && (
                <Button size="small" onClick={() => onTake({ id: one.id, title: one.title })}>
                  {t('Take this one')}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {hidden.count > 0 && <p>{hiddenText(hidden, t)}</p>}
      </div>
    </div>
  )
}

function hiddenText({ count, owners }: DuplicatesAnswer['hidden'], t: Translate): string {
  if (owners.length === 0)
    return t('{count, plural, one {One} other {#}} that you may not see may be the same.', {
      count,
    })
  return t(
    '{count, plural, one {One} other {#}} that you may not see may be the same, with {owners}.',
    { count, owners: owners.join(t(', ')) },
  )
}

function useLikely(entity: EntityMeta, values: Values): DuplicatesAnswer | undefined {
  const asked = useCalm(JSON.stringify(textsOf(entity, values)))
  const enabled = asked !== '{}'
  const answer = useQuery<DuplicatesAnswer, ApiProblem>({
    queryKey: ['duplicates', entity.name, asked],
    queryFn: () =>
      api.post<DuplicatesAnswer>(`/api/${entity.name}/duplicates`, {
        values: JSON.parse(asked) as Values,
      }),
    enabled,
    retry: false,
    placeholderData: (before) => before,
  })
  return enabled ? answer.data : undefined
}

/** What is filled in of the fields that are compared. */
function textsOf({ duplicates = [] }: EntityMeta, values: Values): Record<string, string> {
  const filled = duplicates.flatMap((field) => {
    const value = values[field]
    const text = typeof value === 'string' ? value.trim() : ''
    return text.length >= shortestText ? [[field, text]] : []
  })
  return Object.fromEntries(filled) as Record<string, string>
}

/** The text as it was when typing last paused. */
function useCalm(text: string): string {
  const [calm, setCalm] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setCalm(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return calm
}
