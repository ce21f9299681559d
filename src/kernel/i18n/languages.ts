/** The languages of the product, and which of them a person gets. */

export type Locale = 'en' | 'zh-Hant' | 'zh-Hans'

export const LOCALES: readonly Locale[] = ['zh-Hant', 'zh-Hans', 'en']

export interface Wishes {
  /** What the person chose; anything that is no locale of ours is passed over. */
  readonly chosen?: unknown
  /** The browser's `Accept-Language`. */
  readonly accepted?: string | undefined
  /** What the company uses, when neither says. */
  readonly fallback: Locale
}

export function isLocale(value: unknown): value is Locale {
  return LOCALES.includes(value as Locale)
}

/** The person's own choice, else the first accepted language that we speak, else the fallback. */
export function negotiate({ chosen, accepted, fallback }: Wishes): Locale {
  if (isLocale(chosen)) return chosen
  for (const tag of acceptedTags(accepted ?? '')) {
    const locale = localeOfTag(tag)
    if (locale) return locale
  }
  return fallback
}

/** `zh-TW`, `zh-HK`, `yue` are Traditional, `zh` and `zh-SG` Simplified; null: not spoken here. */
export function localeOfTag(tag: string): Locale | null {
  const [language, script] = languageAndScript(tag)
  if (language === 'en') return 'en'
  if (language !== 'zh' && language !== 'yue') return null
  return script === 'Hant' ? 'zh-Hant' : 'zh-Hans'
}

function languageAndScript(tag: string): [string?, string?] {
  if (!/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(tag)) return []
  try {
    const { language, script } = new Intl.Locale(tag).maximize()
    return script === undefined ? [language] : [language, script]
  } catch (error) {
    if (error instanceof RangeError) return []
    throw error
  }
}

/** The tags by falling weight (RFC 9110, 12.5.4), those of weight 0 left out. */
function acceptedTags(header: string): string[] {
  return header
    .slice(0, 500)
    .split(',')
    .map((entry) => {
      const [tag = '', weight = ''] = entry.split(';').map((part) => part.trim())
      const given = /^q=([01](?:\.\d{0,3})?)$/.exec(weight)?.[1]
      return { tag, weight: given === undefined ? 1 : Number(given) }
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag)
}
