/** Picks several records. */
import { useComposed } from '#ui/base/composing.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { Select } from 'antd'
import { useState } from 'react'
import { textsOf } from '#ui/field/value/field-facts.ts'
import { sizeOf, spoken, statusOf } from './props.ts'
import type { FieldInputProps } from './props.ts'
import { offerLines } from './offer-lines.tsx'
import type { PickOption } from '#ui/field/value/pick.ts'
import { keepRecentPick, usePick } from './use-pick.ts'
import './input.css'

export function RefsPicker(props: FieldInputProps) {
  const t = useT()
  const { field } = props
  const { user } = useHouse()
  const [typed, setTyped] = useState('')
  const [isOpen, open] = useState(props.opens ?? false)
  const [seen, see] = useState<Record<string, string>>({})
  const { composed, listening } = useComposed(typed)
  const offer = usePick(field, composed, isOpen)
  const offered = offer.recent.length > 0 ? offer.recent : offer.found
  const titleOf = (id: string) => props.refs?.[field.target ?? '']?.[id]?.title ?? seen[id] ?? '…'
  const remember = ({ id, title }: PickOption) => {
    see((known) => ({ ...known, [id]: title }))
    keepRecentPick(user.id, field.target ?? '', id)
  }
  return (
    <Select
      {...listening}
      {...spoken(props)}
      {...statusOf(props.error)}
      {...sizeOf(props.compact)}
      mode="multiple"
      style={{ width: '100%' }}
      autoFocus={props.autoFocus ?? false}
      disabled={props.disabled ?? false}
      value={textsOf(props.value)}
      open={isOpen}
      onOpenChange={open}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      options={offered.map((option) => ({ value: option.id, label: option.title, option }))}
      labelRender={({ value }) => titleOf(String(value))}
      optionRender={offerLines}
      notFoundContent={offer.isAsking ? t('Searching…') : t('Nothing found.')}
      onSelect={(_id: string, { option }: { option: PickOption }) => remember(option)}
      onChange={(ids: string[]) => props.onChange(ids)}
      onBlur={() => props.onLeave?.()}
    />
  )
}
