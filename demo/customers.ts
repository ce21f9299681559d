/** The customers of the demo company. Names, people and numbers are invented. */
import type { Address } from '#kernel/text/address.ts'

export interface DemoCustomer {
  name: string
  level: 'A' | 'B' | 'C' | 'D'
  industry: string
  phone: string
  contact: string
  address: Address
  currency?: string
}

const places: [
  region: string,
  city: string,
  district: string,
  street: string,
  code: string,
  country: string,
  lat: number,
  lng: number,
][] = [
  ['', '臺中市', '西屯區', '工業區一路', '04', 'TW', 24.17, 120.605],
  ['', '新北市', '三重區', '光復路一段', '02', 'TW', 25.05, 121.47],
  ['', '桃園市', '龜山區', '文化二路', '03', 'TW', 25.056, 121.365],
  ['', '高雄市', '前鎮區', '新生路', '07', 'TW', 22.58, 120.32],
  ['', '臺南市', '安平區', '永華路二段', '06', 'TW', 22.993, 120.185],
  ['廣東省', '深圳市', '寶安區', '新湖路', '+86 755', 'CN', 22.57, 113.87],
  ['江蘇省', '蘇州市', '工業園區', '星湖街', '+86 512', 'CN', 31.3, 120.73],
  ['廣東省', '東莞市', '長安鎮', '振安中路', '+86 769', 'CN', 22.806, 113.8],
]
const first = [
  '宏',
  '大',
  '立',
  '鼎',
  '金',
  '恆',
  '旭',
  '信',
  '東',
  '佳',
  '瑞',
  '偉',
  '台',
  '和',
  '永',
  '建',
  '昇',
  '友',
  '長',
  '正',
]
const second = [
  '達',
  '成',
  '群',
  '新',
  '鼎',
  '遠',
  '海',
  '義',
  '元',
  '能',
  '祥',
  '業',
  '茂',
  '泰',
  '盛',
  '榮',
  '陽',
  '聯',
  '興',
  '泉',
]
const trades: [word: string, industry: string][] = [
  ['精密機械', '機械'],
  ['自動化設備', '自動化'],
  ['電子', '電子'],
  ['食品機械', '食品'],
  ['紡織', '紡織'],
  ['醫材', '醫療器材'],
  ['塑膠', '塑膠'],
]
const surnames = [...'陳林黃張李王吳劉蔡楊許鄭謝郭洪邱曾廖賴徐']
const given = [
  '志明',
  '淑芬',
  '建宏',
  '雅婷',
  '家豪',
  '美玲',
  '俊傑',
  '怡君',
  '冠宇',
  '佳穎',
  '宗翰',
  '詩涵',
]

/** The same forty customers each time. */
export const customers: readonly DemoCustomer[] = Array.from({ length: 40 }, (_, index) => {
  const [region, city, district, street, area, country, lat, lng] = at(places, index * 3)
  const [word, industry] = at(trades, index * 5)
  const number = String(20_010_000 + index * 13_577)
  const isMainland = country === 'CN'
  const suffix = isMainland ? '有限公司' : '股份有限公司'
  return {
    name: `${at(first, index)}${at(second, index * 7 + Math.floor(index / 20))}${word}${suffix}`,
    level: at(['C', 'B', 'A', 'B', 'D', 'C'] as const, index),
    industry,
    phone: isMainland ? `${area} ${number}` : `${area}-${number.slice(0, 4)}-${number.slice(4)}`,
    contact: at(surnames, index * 3) + at(given, index * 5),
    address: {
      country,
      ...(region ? { region } : {}),
      city,
      district,
      street: `${street} ${10 + index * 3} 號`,
      // Every sixth has not been found on the map yet.
      ...(index % 6 === 5 ? {} : { lat: near(lat, index), lng: near(lng, index + 5) }),
    },
    ...(isMainland ? { currency: 'CNY' } : {}),
  }
})

/** Some way along the same street. */
function near(degrees: number, index: number): number {
  return Number((degrees + ((index * 7) % 11) * 0.003).toFixed(4))
}

function at<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T
}
