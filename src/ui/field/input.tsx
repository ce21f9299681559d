/** The control that enters a field, whatever its kind. */
import type { FieldKind } from '#kernel/http/wire.ts'
import type { ComponentType } from 'react'
import { AddressInput } from './input/address.tsx'
import {
  BooleanInput,
  ChoiceInput,
  ChoicesInput,
  CurrencyInput,
  TagsInput,
} from './input/choice.tsx'
import { DateInput, InstantInput } from './input/date.tsx'
import { FileInput } from './input/file.tsx'
import { NumberInput } from './input/number.tsx'
import type { FieldInputProps } from './input/props.ts'
import { RefPicker } from './input/ref.tsx'
import { RefsPicker } from './input/refs.tsx'
import { RichTextInput } from './input/rich-text.tsx'
import { LongTextInput, TextInput } from './input/text.tsx'

export { RefPicker } from './input/ref.tsx'
export type { FieldInputProps } from './input/props.ts'

/** Lines and filters have their own place in the form; json is never entered. */
type Entered = Exclude<FieldKind, 'lines' | 'json' | 'filter'>
const CONTROLS: Record<Entered, ComponentType<FieldInputProps>> = {
  text: TextInput,
  serial: TextInput,
  phone: TextInput,
  email: TextInput,
  url: TextInput,
  longText: LongTextInput,
  richText: RichTextInput,
  integer: NumberInput,
  decimal: NumberInput,
  money: NumberInput,
  percent: NumberInput,
  date: DateInput,
  instant: InstantInput,
  boolean: BooleanInput,
  choice: ChoiceInput,
  state: ChoiceInput,
  choices: ChoicesInput,
  tags: TagsInput,
  currency: CurrencyInput,
  ref: RefPicker,
  person: RefPicker,
  refs: RefsPicker,
  address: AddressInput,
  file: FileInput,
  picture: FileInput,
}

/** `<FieldInput field value onChange row refs error autoFocus compact />` */
export function FieldInput(props: FieldInputProps) {
  const { kind } = props.field
  if (kind === 'lines' || kind === 'json' || kind === 'filter') return null
  const Control = CONTROLS[kind]
  return <Control {...props} />
}
