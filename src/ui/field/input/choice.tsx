/** Enters a choice, several choices, tags, yes or no, and a currency. */
import { useClearing } from '#ui/base/clearing.tsx'
import { currencies } from '#kernel/money/currency.ts'
import { useT } from '#ui/base/house.tsx'
import { usePreferences } from '#ui/base/preferences-context.tsx'
import { Select } from 'antd'
import { useMemo } from 'react'
import { offered, textOf, textsOf } from '#ui/field/value/field-facts.ts'
import { sizeOf, spoken, statusOf } from './props.ts'
import type { FieldInputProps } from './props.ts'
import { fold, splitList } from '#ui/field/value/read-text.ts'
import './input.css'

export function ChoiceInput(props: FieldInputProps) {
  const options = offered(props.field, props.value)
  return (
    <Select
      {...useCommon(props)}
      value={textOf(props.value) || null}
      options={options.map(({ value, label }) => ({ value, label }))}
      showSearch={options.length > 6 ? { filterOption: byLabel } : false}
      onChange={(value: string | undefined) => props.onChange(value ?? null)}
    />
  )
}

export function ChoicesInput(props: FieldInputProps) {
  return (
    <Select
      {...useCommon(props)}
      mode="multiple"
      maxTagCount="responsive"
      value={textsOf(props.value)}
      options={offered(props.field, props.value).map(({ value, label }) => ({ value, label }))}
      showSearch={{ filterOption: byLabel }}
      onChange={(values: string[]) => props.onChange(values)}
    />
  )
}

export function TagsInput(props: FieldInputProps) {
  return (
    <Select
      {...useCommon(props)}
      mode="tags"
      open={false}
      suffixIcon={null}
      tokenSeparators={[',', '，', '、', ';', '；']}
      value={textsOf(props.value)}
      onChange={(values: string[]) => props.onChange(values.flatMap(splitList))}
    />
  )
}

export function CurrencyInput(props: FieldInputProps) {
  const { locale } = usePreferences()
  const options = useMemo(() => {
    const all = currencies(locale).toSorted((a, b) => rankOf(a.code) - rankOf(b.code))
    return all.map(({ code, name }) => ({ value: code, label: code, name: `${code} ${name}` }))
  }, [locale])
  return (
    <Select
      {...useCommon(props)}
      value={textOf(props.value) || null}
      options={options}
      popupMatchSelectWidth={240}
      showSearch={{
        filterOption: (typed, option) => fold(option?.name ?? '').includes(fold(typed)),
      }}
      optionRender={({ data }) => data.name}
      onChange={(value: string | undefined) => props.onChange(value ?? null)}
    />
  )
}

/** The currencies of the trade we serve stand first. */
const FIRST = ['TWD', 'CNY', 'USD', 'HKD', 'JPY', 'EUR', 'GBP', 'KRW', 'SGD', 'VND']

function rankOf(code: string): number {
  const rank = FIRST.indexOf(code)
  return rank < 0 ? FIRST.length : rank
}

export function BooleanInput(props: FieldInputProps) {
  const t = useT()
  const isOn = props.value === true
  return (
    <label className="switch">
      <input
        {...spoken(props)}
        type="checkbox"
        role="switch"
        checked={isOn}
        disabled={props.disabled ?? false}
        onChange={(event) => props.onChange(event.target.checked)}
        onBlur={() => props.onLeave?.()}
      />
      <span className="switch-track" aria-hidden />
      <span>{isOn ? t('Yes') : t('No')}</span>
    </label>
  )
}

function byLabel(typed: string, option: { label?: unknown } | undefined): boolean {
  return fold(textOf(option?.label)).includes(fold(typed))
}

function useCommon(props: FieldInputProps) {
  const clearing = useClearing()
  return {
    ...spoken(props),
    ...statusOf(props.error),
    ...sizeOf(props.compact),
    autoFocus: props.autoFocus ?? false,
    defaultOpen: props.opens ?? false,
    disabled: props.disabled ?? false,
    allowClear: !props.field.required && clearing,
    style: { width: '100%' },
    onBlur: () => props.onLeave?.(),
  }
}
