/** Whether a record may get another value of a field by being put elsewhere, and what does it. */
import type { ActionMeta, EntityMeta, FieldMeta, RecordAnswer } from '#kernel/http/wire.ts'
import type { Translate } from '#ui/base/house.tsx'
import { isWritable } from '#ui/field/value/field-facts.ts'

export type Verdict =
  | { kind: 'change' }
  /** One of these leads there; several = it must be asked which. */
  | { kind: 'act'; actions: ActionMeta[] }
  | { kind: 'refused'; why: string }

export function verdictOf(
  meta: EntityMeta,
  field: FieldMeta,
  value: unknown,
  answer: RecordAnswer,
  t: Translate,
): Verdict {
  const refused = (why: string): Verdict => ({ kind: 'refused', why })
  if (field.kind === 'state') return byAction(meta, field, String(value), answer, t)
  const setting = meta.actions.find(({ on, sets }) => on === 'one' && sets?.[field.name])
  if (field.computed && setting && value !== null) {
    const state = answer.actions.find(({ name }) => name === setting.name)
    if (state?.possible) return { kind: 'act', actions: [setting] }
    return refused(`${setting.label}: ${state?.why ?? t('You may not change this record.')}`)
  }
  if (!isWritable(field)) {
    return refused(
      field.readOnly
        ? t('You may not change {field}.', { field: field.label })
        : t('{field} is filled in by the program.', { field: field.label }),
    )
  }
  const { locked, may } = answer
  const isFrozen = locked === 'all' || (Array.isArray(locked) && locked.includes(field.name))
  if (isFrozen) return refused(t('{field} is frozen in this status.', { field: field.label }))
  if (!may.update) return refused(t('You may not change this record.'))
  if (value === null && field.required) {
    return refused(t('{field} may not be empty.', { field: field.label }))
  }
  return { kind: 'change' }
}

/** A state is only ever entered by what people do. */
function byAction(
  meta: EntityMeta,
  field: FieldMeta,
  value: string,
  answer: RecordAnswer,
  t: Translate,
): Verdict {
  const leading = meta.actions.filter(({ on, to }) => on === 'one' && to?.includes(value))
  const states = leading.map((action) => answer.actions.find(({ name }) => name === action.name))
  const actions = leading.filter((_, at) => states[at]?.possible)
  if (actions.length > 0) return { kind: 'act', actions }
  const why = states.find((state) => state?.why !== undefined)?.why
  const state = field.options?.find((option) => option.value === value)?.label ?? value
  const [only] = leading
  if (why && only) return { kind: 'refused', why: `${only.label}: ${why}` }
  return { kind: 'refused', why: t('Nothing that you may do leads to {state}.', { state }) }
}
