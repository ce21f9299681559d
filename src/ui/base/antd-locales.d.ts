/** antd's language files, which are ES modules although its package does not say so. */
declare module 'antd/es/locale/zh_TW.js' {
  import type { Locale } from 'antd/es/locale/index.js'
  const locale: Locale
  export default locale
}

declare module 'antd/es/locale/zh_CN.js' {
  import type { Locale } from 'antd/es/locale/index.js'
  const locale: Locale
  export default locale
}

declare module 'antd/es/locale/en_US.js' {
  import type { Locale } from 'antd/es/locale/index.js'
  const locale: Locale
  export default locale
}
