/** Amounts of money are given in whole minor units of their currency; prices say their places. */
import { failInput, type FieldProblem } from '../base/fail.ts'
import type { Values } from '../entity/parse-draft.ts'
import type { Field, Fields } from '../field/field.ts'
import { isCurrency, minorUnits } from '../money/currency.ts'
import { equals, isDecimal, round } from '../money/decimal.ts'

/**
 * Asked of the record as it will stand: the currency may be another field's, or the document's.
 * What was there before and is not touched is left alone.
 * @param base the company's currency, for amounts that name none
 * @throws {Refusal} `input.invalid` with `field.too-many-places` at each amount
 */
export function checkAmounts(fields: Fields, given: Values, before: Values, base: string): void {
  const problems = problemsOf(fields, given, { ...before, ...given }, base, '')
  if (problems.length > 0) failInput(problems)
}

function problemsOf(
  fields: Fields,
  given: Values,
  whole: Values,
  base: string,
  path: string,
): FieldProblem[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    if (field.kind === 'lines') return problemsOfLines(name, field, given, whole, base)
    const isTouched = name in given || (field.currency !== undefined && field.currency in given)
    if (!isTouched || field.kind !== 'money' || field.computed || field.places !== undefined)
      return []
    const places = placesOf(field, whole, base)
    const value = whole[name]
    if (places === null || !isDecimal(value) || equals(round(value, places), value)) return []
    return [{ field: path + name, rule: 'field.too-many-places', facts: { places } }]
  })
}

/** The lines' currency is that of their document, unless they have their own. */
function problemsOfLines(
  name: string,
  field: Field,
  given: Values,
  whole: Values,
  base: string,
): FieldProblem[] {
  const lines = whole[name]
  const fields = field.of?.fields ?? {}
  const currencies = Object.values(fields).flatMap((one) => one.currency ?? [])
  const isTouched = name in given || currencies.some((currency) => currency in given)
  if (!isTouched || !Array.isArray(lines)) return []
  return (lines as Values[]).flatMap((line, index) =>
    problemsOf(fields, line, { ...whole, ...line }, base, `${name}.${index}.`),
  )
}

function placesOf({ currency: named }: Field, whole: Values, base: string): number | null {
  const currency = named === undefined ? base : whole[named]
  return isCurrency(currency) ? minorUnits(currency) : null
}
