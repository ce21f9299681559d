/** What a number says of itself: where a telephone is, and whether a register number can be one. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import { useHouse, useT, type Translate } from '#ui/base/house.tsx'
import { useQuery } from '@tanstack/react-query'
import { useReader } from './use-reader.ts'
import { textOf } from './value/field-facts.ts'

interface ValueNoteProps {
  field: FieldMeta
  row: Readonly<Record<string, unknown>>
  className: string
}

/** Nothing where there is nothing to say. */
export function ValueNote({ field, row, className }: ValueNoteProps) {
  const text = textOf(row[field.name])
  if (text === '') return null
  if (field.kind === 'phone') return <PhoneNote number={text} className={className} />
  if (field.registerOf === undefined) return null
  const address = (row[field.registerOf] ?? {}) as Record<string, unknown>
  return <RegisterNote number={text} country={textOf(address['country'])} className={className} />
}

function PhoneNote({ number, className }: { number: string; className: string }) {
  const t = useT()
  const { locale } = useReader()
  const home = useHouse().company.country
  const { data } = useQuery({
    queryKey: ['phone-place', number],
    queryFn: () => placeOf(number),
    staleTime: Infinity,
    networkMode: 'always',
  })
  if (!data) return null
  const { country, towns, isMobile } = data
  const abroad = country === home ? null : new Intl.DisplayNames(locale, { type: 'region' })
  const said = [abroad?.of(country), towns, isMobile ? t('Mobile number') : null]
  const text = said.filter((part) => typeof part === 'string').join(' · ')
  return text === '' ? null : <span className={className}>{text}</span>
}

/** The table of mobile numbers is large, and fetched when the first of them is seen. */
async function placeOf(number: string) {
  const place = (await import('#kernel/text/phone-place.ts')).phonePlace(number)
  if (!place?.isMobile || place.country !== 'CN') return place
  const { mobilePlace } = await import('#kernel/text/mobile-place.ts')
  return { ...place, towns: mobilePlace(number) }
}

function RegisterNote(props: { number: string; country: string; className: string }) {
  const t = useT()
  const home = useHouse().company.country
  const country = props.country || home
  const { data } = useQuery({
    queryKey: ['company-number', country, props.number],
    queryFn: async () =>
      (await import('#kernel/text/company-number.ts')).checkCompanyNumber(props.number, country),
    staleTime: Infinity,
    networkMode: 'always',
  })
  const text = data ? registerText(t, data, country) : null
  return text && <span className={`${props.className} is-warning`}>{text}</span>
}

function registerText(t: Translate, verdict: string, country: string): string | null {
  if (verdict === 'wrong') return t('The check digit does not fit.')
  if (verdict !== 'unknown') return null
  if (country === 'TW') return t('A company in Taiwan has eight digits.')
  if (country === 'CN') return t('A company in China has 18 letters and digits.')
  return t('A company in Hong Kong has eight digits, perhaps with eight more behind them.')
}
