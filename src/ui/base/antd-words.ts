/** antd's own words in our languages. */
import type { ConfigProviderProps } from 'antd'
import enUS from 'antd/es/locale/en_US.js'
import zhCN from 'antd/es/locale/zh_CN.js'
import zhTW from 'antd/es/locale/zh_TW.js'
import type { Locale } from '#kernel/http/wire.ts'

type Words = NonNullable<ConfigProviderProps['locale']>

/** Year and month in the head of a calendar are read aloud as they stand there, not as "choose". */
function withPlainHeads(words: Words): Words {
  const { DatePicker } = words
  if (!DatePicker) return words
  const lang = { ...DatePicker.lang, yearSelect: '', monthSelect: '' }
  return { ...words, DatePicker: { ...DatePicker, lang } }
}

export const antdWords: Record<Locale, Words> = {
  en: withPlainHeads(enUS),
  'zh-Hant': withPlainHeads(zhTW),
  'zh-Hans': withPlainHeads(zhCN),
}
