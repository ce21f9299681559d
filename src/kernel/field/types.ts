/** Every kind of field and its behaviour, by name. */
import { boolean, choice, choices, state, tags } from './choice.ts'
import type { Field, FieldKind, FieldType } from './field.ts'
import { decimal, integer, money, percent } from './number.ts'
import { address, currency, filter, json, phone, serial } from './other.ts'
import { file, lines, person, picture, ref, refs } from './ref.ts'
import { email, longText, richText, text, url } from './text.ts'
import { date, instant } from './time.ts'

export const fieldTypes: Record<FieldKind, FieldType> = {
  text,
  longText,
  richText,
  integer,
  decimal,
  money,
  percent,
  date,
  instant,
  boolean,
  choice,
  choices,
  state,
  ref,
  refs,
  lines,
  serial,
  phone,
  email,
  url,
  address,
  file,
  picture,
  tags,
  person,
  currency,
  json,
  filter,
}

export function typeOf(field: Pick<Field, 'kind'>): FieldType {
  return fieldTypes[field.kind]
}
