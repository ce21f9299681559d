/** What a word of the house is called in each of its languages, for what people bring along. */
import { catalogueOf } from './catalogues.ts'

/** English first, then Traditional and Simplified where they are known. */
export function namesOf(english: string): string[] {
  const chinese = (['zh-Hant', 'zh-Hans'] as const).map((locale) => catalogueOf(locale)[english])
  return [english, ...chinese.filter((name) => name !== undefined)]
}
