/** What columns of the general kinds (phone, e-mail, web, address, date …) are called and hold. */

interface Kind {
  /** Names that such a column has in files, in English and Simplified Chinese. */
  words?: string[]
  holds?: (value: string) => boolean
  /** True where the values alone tell the kind: an e-mail address is nothing else. */
  telling?: boolean
}

const date =
  /^\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?(?:[ T].*)?$|^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\b/u
const number = /^[-+(]?(?:[$¥€£]|NT\$|US\$|HK\$)?\s?\d[\d,]*(?:\.\d+)?%?\)?$/u

const isNumber = (value: string): boolean => number.test(value)
const isDate = (value: string): boolean => date.test(value)

function isPhone(value: string): boolean {
  if (!/^[+(]?\d[\d\s().\-/x#*转轉]*$/iu.test(value) || isDate(value)) return false
  const digits = value.replaceAll(/\D/gu, '').length
  return digits >= 7 && digits <= 20 && !/^\d+\.\d{1,4}$/u.test(value)
}

const figures: Kind = { holds: isNumber }

const list = (...lines: string[]): string[] => lines.flatMap((line) => line.split(', '))

export const kinds: Readonly<Record<string, Kind>> = {
  phone: {
    words: list(
      'phone, phone number, telephone, tel, cell, cellphone, contact number',
      'mobile, mobile phone, mobile number, mobile phone number',
      '电话, 电话号码, 手机, 手机号, 手机号码, 移动电话, 行动电话, 座机',
      '联系电话, 联系方式, 联络电话',
    ),
    holds: isPhone,
    telling: true,
  },
  email: {
    words: list(
      'email, email address, mail, mail address',
      '邮箱, 电子邮件, 电子邮箱, 电邮, 邮件, 信箱',
    ),
    holds: (value) => /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+$/u.test(value),
    telling: true,
  },
  url: {
    words: list('website, website url, web, web site, url, home page, domain', '网址, 网站, 主页'),
    holds: (value) => /^(?:https?:\/\/|www\.)\S+$/iu.test(value),
    telling: true,
  },
  address: {
    words: list(
      'address, street, street address, location',
      '地址, 详细地址, 住址, 所在地, 地区, 区县, 街道',
    ),
  },
  date: { holds: isDate },
  instant: { holds: isDate },
  integer: figures,
  decimal: figures,
  money: figures,
  percent: figures,
}
