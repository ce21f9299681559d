/** Enters an address part by part, in the order in which the country writes it. */
import { countries } from '#kernel/text/country.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { usePreferences } from '#ui/base/preferences-context.tsx'
import { Button, Input, Select } from 'antd'
import { useMemo } from 'react'
import { textOf } from '#ui/field/value/field-facts.ts'
import { PositionInput } from './position.tsx'
import { useTakenApart } from './use-taken-apart.ts'
import { spoken, statusOf } from './props.ts'
import type { FieldInputProps } from './props.ts'
import { fold } from '#ui/field/value/read-text.ts'
import './input.css'

type Part = 'region' | 'city' | 'district' | 'street' | 'postalCode'

/** Large to small, as East Asia writes; elsewhere small to large. */
const EASTERN: Part[] = ['postalCode', 'region', 'city', 'district', 'street']
const WESTERN: Part[] = ['street', 'district', 'city', 'region', 'postalCode']
const EASTERN_COUNTRIES = new Set(['TW', 'CN', 'HK', 'MO', 'JP', 'KR'])

export function AddressInput(props: FieldInputProps) {
  const t = useT()
  const home = useHouse().company.country
  const address = isAddress(props.value) ? props.value : {}
  const country = textOf(address['country']) || home
  const parts = EASTERN_COUNTRIES.has(country) ? EASTERN : WESTERN
  const labels: Record<Part, string> = {
    region: t('Province or state'),
    city: t('City or county'),
    district: t('District'),
    street: t('Street and number'),
    postalCode: t('Postal code'),
  }
  const change = (changes: Record<string, unknown>) => {
    const next: Record<string, unknown> = { country, ...address, ...changes }
    // The company's own country alone is no address.
    const isFilled = [...EASTERN, 'lat', 'lng'].some((each) => next[each] !== undefined)
    props.onChange(isFilled || 'country' in changes ? next : null)
  }
  const { takeApart, undo } = useTakenApart(address, home, props.onChange)
  return (
    <div
      className="address"
      role="group"
      {...spoken(props)}
      onPaste={(event) => void takeApart(event.clipboardData.getData('text'))}
    >
      <CountrySelect
        {...props}
        value={country}
        onChange={(code) => change({ country: textOf(code) || undefined })}
      />
      {parts.map((part) => (
        <Input
          key={part}
          className={`address-${part}`}
          aria-label={labels[part]}
          placeholder={labels[part]}
          autoComplete="off"
          {...statusOf(props.error)}
          disabled={props.disabled ?? false}
          value={textOf(address[part])}
          onChange={(event) => change({ [part]: event.target.value || undefined })}
          onBlur={() => props.onLeave?.()}
        />
      ))}
      <PositionInput
        lat={address['lat']}
        lng={address['lng']}
        disabled={props.disabled ?? false}
        onChange={(lat, lng) => change({ lat, lng })}
        onLeave={props.onLeave}
      />
      {undo && <TakenApart onUndo={undo} />}
    </div>
  )
}

function TakenApart({ onUndo }: { onUndo: () => void }) {
  const t = useT()
  return (
    <p className="address-apart" role="status">
      {t('The pasted line was taken apart.')}{' '}
      <Button type="link" size="small" onClick={onUndo}>
        {t('Undo')}
      </Button>
    </p>
  )
}

function isAddress(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function CountrySelect(props: FieldInputProps) {
  const t = useT()
  const { locale } = usePreferences()
  const options = useMemo(() => countriesIn(locale), [locale])
  return (
    <Select
      className="address-country"
      aria-label={t('Country')}
      popupMatchSelectWidth={240}
      disabled={props.disabled ?? false}
      value={textOf(props.value)}
      options={options}
      showSearch={{
        filterOption: (typed, option) => fold(option?.name ?? '').includes(fold(typed)),
      }}
      onChange={props.onChange}
    />
  )
}

function countriesIn(locale: string) {
  return countries(locale).map(({ code, name }) => {
    return { value: code, label: name, name: `${name} ${code}` }
  })
}
