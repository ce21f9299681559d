/** A register number that cannot be one is refused; an unusual one may be right all the same. */
import { failInput } from '../base/fail.ts'
import type { Values } from '../entity/parse-draft.ts'
import type { Fields } from '../field/field.ts'
import { checkCompanyNumber } from '../text/company-number.ts'

/**
 * Asked of what is given: a number that was there before and is not touched is left alone.
 * @param home the company's country, for records whose address names none
 * @throws {Refusal} `input.invalid` with `field.not-a-company-number` at each such number
 */
export function checkCompanyNumbers(
  fields: Fields,
  given: Values,
  before: Values,
  home: string,
): void {
  const whole = { ...before, ...given }
  const problems = Object.entries(fields).flatMap(([field, { registerOf }]) => {
    const number = given[field]
    if (registerOf === undefined || typeof number !== 'string' || number === before[field])
      return []
    const { country } = (whole[registerOf] ?? {}) as { country?: string }
    if (checkCompanyNumber(number, country ?? home) !== 'wrong') return []
    return [{ field, rule: 'field.not-a-company-number', facts: {} }]
  })
  if (problems.length > 0) failInput(problems)
}
