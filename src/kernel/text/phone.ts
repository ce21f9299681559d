/** Phone numbers as people write them, in one form for storing and one for showing. */
import type { CountryCode, PhoneNumber } from 'libphonenumber-js/min'
import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'

export interface Phone {
  /** `+886212345678`: what is compared and dialled. */
  readonly e164: string
  /** What to keep: the `e164` form, with the extension where there is one (`;ext=12`). */
  readonly stored: string
  /** `02 1234 5678`: as people of its country write it; with the extension, if there is one. */
  readonly national: string
  /** ISO 3166 country, or null for numbers of no country (`+800`). */
  readonly country: string | null
  readonly extension?: string
}

const EXTENSION = /(?:[#＃]|分機|分机|轉|转|內線|内线|ext?\.?|x)\s*[:.]?\s*(\d{1,8})\s*$/i
const LONGEST = 60

/**
 * The number, or null when the text is no possible number. Without `+` it is one of the default
 * country. A possible number need not be in use: lengths are checked, ranges are not, so that a
 * new range of numbers can be kept on the day it opens.
 */
export function parsePhone(text: string, defaultCountry: string): Phone | null {
  if (text.length > LONGEST) return null
  const plain = text.normalize('NFKC').trim()
  const extension = EXTENSION.exec(plain)?.[1]
  const bare = plain.replace(EXTENSION, '').replace(/^00(?=[1-9])/, '+')
  const number = parsePhoneNumberFromString(bare, {
    ...(isSupportedCountry(defaultCountry) ? { defaultCountry } : {}),
    extract: false,
  })
  return number?.isPossible() ? phoneOf(number, extension) : null
}

function phoneOf(number: PhoneNumber, typed: string | undefined): Phone {
  const extension = typed ?? number.ext
  const national = number.formatNational({ formatExtension: (bare) => bare })
  return {
    e164: number.number,
    stored: extension ? `${number.number};ext=${extension}` : number.number,
    national: extension ? `${national} #${extension}` : national,
    country: countryOf(number),
    ...(extension ? { extension } : {}),
  }
}

/** Of countries that share a calling code the one whose number plan it is, else the first. */
function countryOf(number: PhoneNumber): CountryCode | null {
  return number.country ?? number.getPossibleCountries()[0] ?? null
}

/** How a stored number is shown: in its country's own way at home, else with the country code. */
export function formatPhone(stored: string, homeCountry: string): string {
  const number = parsePhoneNumberFromString(stored)
  if (!number) return stored
  const { ext } = number
  number.setExt('')
  const shown =
    number.country === homeCountry ? number.formatNational() : number.formatInternational()
  return ext ? `${shown} #${ext}` : shown
}
