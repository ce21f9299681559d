/** What an action would change, field by field. */
import type { EntityMeta, WireRow, WriteAnswer } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { displayText } from '#ui/field/display.ts'
import { useReader } from '#ui/field/use-reader.ts'
import { sameValue } from '#ui/field/value/same-value.ts'
import { linesOf } from '#ui/form/form-values.ts'
import { ChangeLine } from './change-line.tsx'
import './action-dialog.css'

interface OutcomeProps {
  entity: EntityMeta
  before: WireRow
  answer: WriteAnswer
}

/** Written by every save; of no interest here. */
const ALWAYS = new Set(['updatedAt', 'updatedBy', 'version'])

export function Outcome({ entity, before, answer }: OutcomeProps) {
  const t = useT()
  const reader = useReader()
  const after = answer.row ?? before
  const refs = answer.refs ?? {}
  const counts = countsIn(answer.result)
  const changed = entity.fields.filter(({ name, kind }) => {
    if (ALWAYS.has(name) || !(name in after)) return false
    // Of lines only their number can be told in a word.
    if (kind === 'lines') return linesOf(before[name]).length !== linesOf(after[name]).length
    return !sameValue(before[name], after[name])
  })
  return (
    <section className="outcome" role="status">
      <h3>{t('It is possible. This would happen:')}</h3>
      {changed.map((field) => (
        <ChangeLine
          key={field.name}
          label={field.label}
          before={displayText(field, before, refs, reader)}
          after={displayText(field, after, refs, reader)}
        />
      ))}
      {counts.map(({ name, count }) => (
        <ChangeLine key={name} label={name} before="" after={String(count)} />
      ))}
      {changed.length + counts.length === 0 && (
        <p className="quiet">{t('Nothing changes in this record itself.')}</p>
      )}
    </section>
  )
}

interface Count {
  name: string
  count: number
}

/** Some actions answer how much goes to whom, as a dealing does. */
function countsIn(result: unknown): Count[] {
  if (typeof result !== 'object' || result === null) return []
  const { counts } = result as { counts?: unknown }
  return Array.isArray(counts) ? (counts as Count[]) : []
}
