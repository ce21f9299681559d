/** What a word of the house is called in each of its languages, for what people bring along. */
import { catalogueOf } from './catalogues.ts'

/** In English, Traditional and Simplified; what is not translated stands in English. */
export function namesOf(english: string): string[] {
  const chinese = (['zh-Hant', 'zh-Hans'] as const).map((locale) => catalogueOf(locale)[english])
  return [english, ...chinese.map((name) => name ?? english)]
}
