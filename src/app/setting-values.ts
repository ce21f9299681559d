/** The kinds of value that a setting may have, each with its refusal in plain words. */
import { resolve } from 'node:path'
import { z } from 'zod'

export interface Setting<Value> {
  /** The environment variable. */
  name: string
  default: string
  meaning: string
  read: z.ZodType<Value, string>
  /** Never repeated in an error: it may hold a password. */
  secret: boolean
}

const onOrOff = { on: true, true: true, '1': true, off: false, false: false, '0': false }

function isOnOrOff(text: string): text is keyof typeof onOrOff {
  return Object.hasOwn(onOrOff, text)
}

function isUrl(text: string, protocols: readonly string[]): boolean {
  const url = URL.parse(text)
  return url !== null && protocols.includes(url.protocol)
}

function isTiles(text: string): boolean {
  const hasPlace = ['{z}', '{x}', '{y}'].every((part) => text.includes(part))
  return hasPlace && isUrl(text.replace('{s}.', ''), ['http:', 'https:'])
}

export const values = {
  text: () => z.string(),

  path: () => z.string().transform((text) => resolve(text)),

  optionalPath: () => z.string().transform((text) => (text === '' ? undefined : resolve(text))),

  integer: (least: number, most: number) =>
    z
      .string()
      .refine((text) => /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most, {
        error: `must be a number between ${least} and ${most}`,
      })
      .transform(Number),

  oneOf: <const Option extends string>(options: readonly Option[]) =>
    z.enum(options, { error: `must be one of ${options.join(', ')}` }) as z.ZodType<Option, string>,

  onOff: () =>
    z
      .string()
      .refine(isOnOrOff, { error: 'must be on or off' })
      .transform((text) => (isOnOrOff(text) ? onOrOff[text] : false)),

  url: (protocols: readonly string[]) => {
    const example = protocols.map((protocol) => `${protocol}//…`).join(' or ')
    return z
      .string()
      .refine((text) => text === '' || isUrl(text, protocols), {
        error: `must be an address like ${example}`,
      })
      .transform((text) => text || undefined)
  },

  /** Address of map pictures, with zoom and position in it. */
  tiles: () =>
    z
      .string()
      .refine((text) => text === '' || isTiles(text), {
        error: 'must be an address like https://…/{z}/{x}/{y}.png',
      })
      .transform((text) => text || undefined),

  secret: (shortest: number) =>
    z
      .string()
      .refine((text) => text === '' || text.length >= shortest, {
        error: `must have at least ${shortest} characters`,
      })
      .transform((text) => text || undefined),

  proxies: () =>
    z
      .string()
      .refine((text) => isOnOrOff(text) || /^\d$/.test(text), {
        error: 'must be on, off, or a number of proxies from 1 to 9',
      })
      .transform((text) =>
        /^[1-9]$/.test(text) ? Number(text) : text === 'on' || text === 'true',
      ),
}
