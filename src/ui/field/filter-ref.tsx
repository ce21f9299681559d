/** One or several records to compare with, found by typing; people may be "me" or "my team". */
import { useComposed } from '#ui/base/composing.ts'
import { useClearing } from '#ui/base/clearing.tsx'
import type { FieldMeta } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { personWords } from './condition-text.ts'
import type { ValueProps } from './filter.tsx'
import { pickQuery, usePick } from './input/use-pick.ts'

const words = new Set(['me', 'my-team', 'my-department'])

export function isPeople(field: FieldMeta): boolean {
  return field.kind === 'person' || field.target === 'user'
}

/** Titles of these records, by id; those of the words for people too. */
export function useTitles(field: FieldMeta, values: readonly unknown[]): Record<string, string> {
  const t = useT()
  const ids = values.filter((id): id is string => typeof id === 'string' && !words.has(id))
  const found = useQuery({
    ...pickQuery({ ...field, pick: {}, fills: {} }, '', { id: ids }),
    enabled: ids.length > 0 && field.target !== undefined,
    staleTime: 300_000,
  })
  const options = found.data?.options ?? []
  return { ...personWords(t), ...Object.fromEntries(options.map(({ id, title }) => [id, title])) }
}

/** Records to tick; used by the quick filters too. */
export function RefSelect(props: Omit<ValueProps, 'operator'> & { placeholder?: string }) {
  const t = useT()
  const { field, value, onChange } = props
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  const values = Array.isArray(value) ? value : value === undefined ? [] : [value]
  const titles = useTitles(field, values)
  const { composed, listening } = useComposed(typed)
  const { found, isAsking } = usePick(field, composed, isOpen)
  const people = isPeople(field) && typed === '' ? Object.entries(personWords(t)) : []
  const options = [
    ...people.map(([id, label]) => ({ value: id, label })),
    ...found.map(({ id, title }) => ({ value: id, label: title })),
  ]
  return (
    <Select
      {...listening}
      className="filter-value"
      mode="multiple"
      labelInValue
      aria-label={field.label}
      allowClear={useClearing()}
      maxTagCount="responsive"
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={isOpen && isAsking}
      notFoundContent={isAsking ? t('Searching…') : t('Nothing found')}
      placeholder={props.placeholder ?? t('Choose')}
      onOpenChange={setOpen}
      options={options}
      value={values.map((id) => ({ value: id, label: titles[String(id)] ?? '…' }))}
      onChange={(chosen) => onChange(chosen.map((one) => one.value))}
    />
  )
}

export function RefValue(props: ValueProps) {
  return <RefSelect {...props} />
}
