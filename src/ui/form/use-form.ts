/** One form being filled in: its values, what is wrong, and what is not saved yet. */
import type { FieldMeta, RefTitles } from '#kernel/http/wire.ts'
import { newKey } from '#ui/base/key.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { checkValue } from '#ui/field/value/check-value.ts'
import { issueText } from '#ui/field/value/issue-text.ts'
import { filledBy } from '#ui/field/value/pick.ts'
import type { PickOption } from '#ui/field/value/pick.ts'
import { useCallback, useMemo, useState } from 'react'
import { checkForm, without } from './form-check.ts'
import { changedFields, linesOf, withoutBlanks } from './form-values.ts'
import type { LineFields, Values } from './form-values.ts'
import { keyed } from './grid/grid-lines.ts'
import { joinedTitles, titleOf } from './titles.ts'
import { useTitles } from './use-titles.ts'

export interface FormStart {
  fields: readonly FieldMeta[]
  /** What was loaded, or what a new record starts with. */
  base: Values
  titles: RefTitles
  /** A kept draft that is gone on with. */
  values?: Values
}

export interface Form {
  fields: readonly FieldMeta[]
  lineFields: LineFields
  base: Values
  values: Values
  titles: RefTitles
  /** Messages by path: `customer`, `lines.2.quantity`. */
  messages: Record<string, string>
  isChanged: boolean
  change: (field: string, value: unknown) => void
  /** For answers that come later: several may come before the form is drawn again. */
  update: (field: string, next: (now: unknown) => unknown) => void
  pick: (field: FieldMeta, option: PickOption) => void
  learn: (titles: RefTitles) => void
  /** Checks one field that was left. */
  leave: (field: FieldMeta) => void
  /** Checks everything; false and marked where something is wrong. */
  check: () => boolean
  show: (messages: Record<string, string>) => void
  replace: (values: Values) => void
}

export function useForm(start: FormStart): Form {
  const t = useT()
  const { country } = useHouse().company
  const lineFields = useLineFields(start.fields)
  const [base] = useState(() => withKeys(start.base, lineFields))
  const [values, setValues] = useState(() => withKeys(start.values ?? start.base, lineFields))
  const [titles, setTitles] = useState(start.titles)
  const [messages, show] = useState<Record<string, string>>({})
  const { fields } = start
  const update = useCallback((name: string, next: (now: unknown) => unknown) => {
    setValues((before) => ({ ...before, [name]: next(before[name]) }))
    show((before) => without(before, name))
  }, [])
  const change = useCallback((name: string, value: unknown) => update(name, () => value), [update])
  const learn = useCallback(
    (more: RefTitles) => setTitles((known) => joinedTitles(known, more)),
    [],
  )
  const pick = (field: FieldMeta, option: PickOption) => {
    learn(titleOf(field, option))
    const filled = Object.fromEntries(filledBy(field, option, fields))
    setValues((before) => ({ ...before, [field.name]: option.id, ...filled }))
    show((before) => [field.name, ...Object.keys(filled)].reduce(without, before))
  }
  const leave = (field: FieldMeta) => {
    const issue = checkValue(field, values[field.name], country)
    const rest = without(messages, field.name)
    show(issue ? { ...rest, [field.name]: issueText(t, issue) } : rest)
  }
  const check = () => {
    const filled = withoutBlanks(values, lineFields)
    setValues(filled)
    const issues = Object.entries(checkForm(fields, filled, lineFields, country))
    show(Object.fromEntries(issues.map(([path, issue]) => [path, issueText(t, issue)])))
    return issues.length === 0
  }
  const isChanged = changedFields(fields, base, values, lineFields).length > 0
  const replace = (next: Values) => setValues(withKeys(next, lineFields))
  const form = {
    fields,
    lineFields,
    base,
    values,
    titles,
    messages,
    isChanged,
    change,
    update,
    pick,
    learn,
    leave,
    check,
    show,
    replace,
  }
  useTitles(form)
  return form
}

/** The fields of the lines that the form's `lines` fields consist of. */
export function useLineFields(fields: readonly FieldMeta[]): LineFields {
  const { entities } = useHouse()
  return useMemo(() => {
    const ofLines = fields.filter(({ kind }) => kind === 'lines')
    return Object.fromEntries(
      ofLines.map(({ name, target }) => [name, entities[target ?? '']?.fields ?? []]),
    )
  }, [fields, entities])
}

function withKeys(values: Values, lineFields: LineFields): Values {
  const next = { ...values }
  for (const name of Object.keys(lineFields)) next[name] = keyed(linesOf(next[name]), newKey)
  return next
}
