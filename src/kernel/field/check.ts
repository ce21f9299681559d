/** The small refusals that all kinds of field share. */
import { fail } from '../base/fail.ts'
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

/** Finds the option a cell of a file names, by value or label, whatever the case. */
export function optionFromText(text: string, field: Field): string {
  const wanted = text.trim().toLowerCase()
  const found = field.options?.find(
    (option) => option.value.toLowerCase() === wanted || option.label.toLowerCase() === wanted,
  )
  return found?.value ?? text.trim()
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
