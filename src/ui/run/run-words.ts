/** What work on very many records is called, while it goes on and when it has ended. */
import type { EntityMeta, RunAnswer } from '#kernel/http/wire.ts'
import type { Translate } from '#ui/base/house.tsx'

/** 'Change: Owner', 'Move to the recycle bin', 'Hand over', 'Take back'. */
export function deedText(run: RunAnswer, meta: EntityMeta | undefined, t: Translate): string {
  if (run.kind === 'delete') return t('Move to the recycle bin')
  if (run.kind === 'undo') return t('Take back')
  if (run.kind === 'scan') return t('Look for duplicates')
  if (run.kind === 'action')
    return meta?.actions.find(({ name }) => name === run.action)?.label ?? run.action ?? ''
  const labels = run.fields.map(
    (field) => meta?.fields.find(({ name }) => name === field)?.label ?? field,
  )
  return t('Change: {fields}', { fields: labels.join(t(', ')) })
}

export function progressText({ done, total }: RunAnswer, t: Translate): string {
  return t('{done, number} of {total, number}', { done, total })
}

/** '9,988 done, 12 skipped, 3,000 left'. */
export function endText(run: RunAnswer, t: Translate): string {
  const { changed, refused, total, done, status } = run
  if (run.kind === 'scan')
    return t('{count, plural, =0 {No new pair} one {One new pair} other {# new pairs}}', {
      count: changed,
    })
  const parts = [t('{count, number} done', { count: changed })]
  if (refused > 0) parts.push(t('{count, number} skipped', { count: refused }))
  if (total > done && status !== 'done')
    parts.push(t('{count, number} left as they were', { count: total - done }))
  return parts.join(t(', '))
}
