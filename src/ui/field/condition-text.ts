/** A condition in words, as the chips above a list say it. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import type { FieldWhere } from '#kernel/query/where.ts'
import type { Translate } from '#ui/base/house.tsx'
import { wantedOf, type Operator, type Wanted } from './condition.ts'
import { textOf } from './value/field-facts.ts'
import { amountText, optionLabel, type Reader } from './display.ts'

export function operatorText(field: FieldMeta, operator: Operator, t: Translate): string {
  const isDay = field.kind === 'date' || field.kind === 'instant'
  const texts: Record<Operator, string> = {
    is: t('is'),
    isNot: t('is not'),
    has: t('contains'),
    starts: t('starts with'),
    over: t('more than'),
    from: isDay ? t('on or after') : t('at least'),
    under: t('less than'),
    until: isDay ? t('on or before') : t('at most'),
    between: t('between'),
    within: t('in the period'),
    empty: t('is empty'),
    filled: t('is filled'),
  }
  return texts[operator]
}

const rangeWords = (t: Translate): Record<string, string> => ({
  today: t('Today'),
  yesterday: t('Yesterday'),
  tomorrow: t('Tomorrow'),
  'this-week': t('This week'),
  'last-week': t('Last week'),
  'next-week': t('Next week'),
  'this-month': t('This month'),
  'last-month': t('Last month'),
  'next-month': t('Next month'),
  'this-quarter': t('This quarter'),
  'last-quarter': t('Last quarter'),
  'next-quarter': t('Next quarter'),
  'this-year': t('This year'),
  'last-year': t('Last year'),
  'next-year': t('Next year'),
  'until-today': t('Today or earlier'),
})

/** A named range of days: 'last-7-days' → "Last 7 days". */
export function rangeText(name: string, t: Translate): string {
  const [, turn, days] = /^(last|next)-(\d+)-days$/.exec(name) ?? []
  if (turn === 'last') return t('Last {days} days', { days: Number(days) })
  if (turn === 'next') return t('Next {days} days', { days: Number(days) })
  const [, age] = /^over-(\d+)-days-ago$/.exec(name) ?? []
  if (age !== undefined) return t('More than {days} days ago', { days: Number(age) })
  return rangeWords(t)[name] ?? name
}

/** Names of people that stand for whoever is looking. */
export function personWords(t: Translate): Record<string, string> {
  return { me: t('Me'), 'my-team': t('My team'), 'my-department': t('My department') }
}

function oneText(field: FieldMeta, value: unknown, names: Names): string {
  const { t, reader, titles } = names
  if (value === null) return t('empty')
  if (typeof value === 'boolean') return value ? reader.yes : reader.no
  const text = textOf(value)
  if (field.options) return optionLabel(field, text)
  if (field.target) return titles[text] ?? personWords(t)[text] ?? '…'
  return field.kind === 'money' ? amountText(text, reader.currency, reader.locale) : text
}

export interface Names {
  t: Translate
  reader: Reader
  /** Titles of the referenced records by id. */
  titles: Readonly<Record<string, string>>
}

function valueText(field: FieldMeta, { operator, value }: Wanted, names: Names): string {
  if (operator === 'within') return rangeText(String(value), names.t)
  const values = Array.isArray(value) ? (value as unknown[]) : [value]
  const texts = values.map((one) => oneText(field, one, names))
  if (operator === 'between') return texts.join(' – ')
  return texts.length > 3
    ? `${texts.slice(0, 3).join('、')} +${texts.length - 3}`
    : texts.join('、')
}

/** "Status is Draft、Confirmed"; a condition of another making is only named. */
export function conditionText(field: FieldMeta, where: FieldWhere, names: Names): string {
  const wanted = wantedOf(field, where, names.reader.timeZone)
  if (!wanted) return field.label
  const { operator } = wanted
  if (operator === 'empty' || operator === 'filled') {
    return `${field.label} ${operatorText(field, operator, names.t)}`
  }
  const value = valueText(field, wanted, names)
  const isPlain = operator === 'is' || operator === 'within' || operator === 'between'
  return isPlain
    ? `${field.label}: ${value}`
    : `${field.label} ${operatorText(field, operator, names.t)} ${value}`
}
