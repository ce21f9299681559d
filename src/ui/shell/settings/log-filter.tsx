/** Narrows the log: whose entries, of which kind of record, from which day until which. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { AskedFields } from '#ui/field/asked-fields.tsx'
import { useMemo } from 'react'

/** As the server is asked: absent is anything. */
export interface LogWish {
  [name: string]: unknown
  by?: string
  entity?: string
  from?: string
  until?: string
}

interface LogFilterProps {
  wish: LogWish
  onChange: (wish: LogWish) => void
}

const plain = { filterable: false, listable: false, sortable: false, groupable: false } as const

export function LogFilter({ wish, onChange }: LogFilterProps) {
  const t = useT()
  const { entities } = useHouse()
  const fields = useMemo((): FieldMeta[] => {
    const options = Object.values(entities)
      .map(({ name, label }) => ({ value: name, label: label.many }))
      .toSorted((one, other) => one.label.localeCompare(other.label))
    return [
      { ...plain, name: 'by', kind: 'person', target: 'user', label: t('Person') },
      { ...plain, name: 'entity', kind: 'choice', options, label: t('Kind of record') },
      { ...plain, name: 'from', kind: 'date', label: t('From day') },
      { ...plain, name: 'until', kind: 'date', label: t('Until day') },
    ]
  }, [entities, t])
  return (
    <AskedFields
      className="log-filter"
      fieldClassName="log-filter-field"
      fields={fields}
      values={wish}
      refs={{}}
      onChange={(changes) => {
        const given = Object.entries({ ...wish, ...changes })
        onChange(Object.fromEntries(given.filter(([, value]) => value !== null && value !== '')))
      }}
    />
  )
}
