/** Where a document stands: its states as chevron steps, the present one filled. */
import type { EntityMeta } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { textOf } from '#ui/field/value/field-facts.ts'
import './state-steps.css'

interface StateStepsProps {
  entity: EntityMeta
  row: Readonly<Record<string, unknown>>
}

export function StateSteps({ entity, row }: StateStepsProps) {
  const t = useT()
  const { state } = entity
  const field = entity.fields.find(({ name }) => name === state?.field)
  const now = textOf(row[state?.field ?? ''])
  if (!state || !field || now === '') return null
  const at = state.steps.indexOf(now)
  const labelOf = (value: string) =>
    field.options?.find((option) => option.value === value)?.label ?? value
  if (at < 0) return <EndState label={labelOf(now)} tone={toneOf(field.options, now)} />
  return (
    <ol className="steps" aria-label={field.label}>
      {state.steps.map((step, index) => (
        <li
          key={step}
          className={index < at ? 'step is-past' : index === at ? 'step is-now' : 'step'}
          aria-current={index === at ? 'step' : undefined}
        >
          <span>{labelOf(step)}</span>
          {index < at && <span className="unseen">{t('done')}</span>}
        </li>
      ))}
    </ol>
  )
}

/** A state outside of the steps, such as cancelled, stands alone. */
function EndState({ label, tone }: { label: string; tone: string }) {
  return (
    <span className="end-state">
      <span className={`dot-mark tone-${tone}`} aria-hidden />
      {label}
    </span>
  )
}

function toneOf(options: EntityMeta['fields'][number]['options'], value: string): string {
  return options?.find((option) => option.value === value)?.tone ?? 'grey'
}
