/** The small refusals that all kinds of field share. */
import { fail } from '../base/fail.ts'
import { namesOf } from '../i18n/names.ts'
import { fold } from '../text/fold.ts'
import type { Field } from './field.ts'

const control = /[\p{Cc}\ufffe\uffff]/u
const layout = /[\t\n\r]/gu

/** A text without control characters and lone surrogates, at most `limit` characters long. */
export function checkedText(value: unknown, field: Field, limit: number): string {
  if (typeof value !== 'string') fail('field.text-expected')
  const text = value.normalize('NFC')
  if (control.test(text.replaceAll(layout, '')) || !text.isWellFormed())
    fail('field.unreadable-characters')
  const longest = field.maxLength ?? limit
  if (text.length > longest) fail('field.too-long', { longest, length: text.length })
  return text
}

/** One of the field's options. */
export function checkedOption(value: unknown, field: Field): string {
  const known = field.options?.some((option) => option.value === value)
  if (typeof value !== 'string' || !known) {
    fail('field.not-an-option', { options: field.options?.map((option) => option.value) })
  }
  return value
}

const valuesByName = new WeakMap<object, Map<string, string>>()

/** Finds the option a cell of a file names: by value, or by its label in any language. */
export function optionFromText(text: string, { options = [] }: Field): string {
  const known = valuesByName.get(options) ?? optionNames(options)
  valuesByName.set(options, known)
  return known.get(fold(text)) ?? text.trim()
}

/** Values go before labels, and the labels of earlier options before those of later ones. */
function optionNames(options: NonNullable<Field['options']>): Map<string, string> {
  const labels = options.flatMap(({ value, label }) => namesOf(label).map((name) => [name, value]))
  const values = options.map(({ value }) => [value, value])
  const entries = [...labels.toReversed(), ...values] as [string, string][]
  return new Map(entries.map(([name, value]) => [fold(name), value]))
}

export function optionLabel(value: unknown, field: Field): string {
  return field.options?.find((option) => option.value === value)?.label ?? String(value ?? '')
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u

export function isId(value: unknown): value is string {
  return typeof value === 'string' && uuid.test(value)
}

/** @throws {Refusal} `field.not-an-id` */
export function checkedId(value: unknown): string {
  if (!isId(value)) fail('field.not-an-id')
  return value
}

/** Passes a value through as text: for kinds whose stored value is its own text. */
export function asText(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}
