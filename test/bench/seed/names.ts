/** Names of companies and people as they come in trade: Chinese in both scripts, and Latin. */

/** Always the same sequence, so that two runs measure the same rows. */
export function dice(seed: number): (sides: number) => number {
  let state = (seed * 2_654_435_761 + 1) >>> 0
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }
}

const brands = Array.from(
  '鼎盛宏達博遠泰和信義恆豐立群昌隆聯誠永嘉華新東海金石天成美佳大同力行中正光明世紀偉業安康' +
    '瑞祥鴻圖長青廣源順利全球百川德馨益友正榮文翰春曉秋實冠軍亞太環宇星辰雲海山河凱旋卓越',
)
const places = '台北 新竹 台中 高雄 上海 深圳 廣州 蘇州 廈門 成都 重慶 香港'.split(' ')

/** Share in ten thousand; what is left has no trade in its name. */
const trades: readonly (readonly [name: string, share: number])[] = [
  ['科技', 1500],
  ['國際貿易', 1200],
  ['實業', 900],
  ['電子', 800],
  ['貿易', 700],
  ['工業', 600],
  ['食品', 400],
  ['建設', 300],
  ['生物科技', 200],
  ['紡織', 150],
  ['光電', 100],
  ['印刷', 60],
  ['茶業', 35],
  ['鐘錶', 20],
]
const endings = ['股份有限公司', '有限公司', '有限公司', '企業社', '商行']
const families = Array.from(
  '王李張劉陳楊黃趙吳周徐孫馬朱胡林郭何高羅鄭梁謝宋唐許鄧馮韓曹曾彭蕭蔡潘田董袁于余',
)
const given = Array.from(
  '雅婷志明淑芬建宏美玲俊傑怡君家豪佩珊承翰欣怡冠宇宗翰詩涵子軒思妤品妍柏翰宥廷語彤',
)
const latinStarts =
  'Nor Bel Mar Cal Ver San Dor Lin Hal Win Ash Bran Cor Dun El Fair Glen Hart'.split(' ')
const latinMiddles = 'ber di fo ga lo mo na ri so ta ve wa'.split(' ')
const latinEnds = 'dale field ford gate ham land ley mont ridge son ton wick'.split(' ')
const latinTrades = 'Trading Foods Textiles Systems Instruments Printing Logistics Supply'.split(
  ' ',
)

export function companyName(roll: (sides: number) => number): string {
  const kind = roll(100)
  if (kind < 15) return latinCompany(roll)
  const brand = Array.from({ length: 2 + roll(2) }, () => brands[roll(brands.length)]).join('')
  const place = roll(4) === 0 ? places[roll(places.length)] : ''
  return `${place}${brand}${tradeOf(roll(10_000))}${endings[roll(endings.length)]}`
}

function tradeOf(point: number): string {
  let rest = point
  for (const [name, share] of trades) {
    if (rest < share) return name
    rest -= share
  }
  return ''
}

function latinCompany(roll: (sides: number) => number): string {
  const word = `${latinStarts[roll(latinStarts.length)]}${latinMiddles[roll(latinMiddles.length)]}`
  const end = latinEnds[roll(latinEnds.length)]
  return `${word}${end} ${latinTrades[roll(latinTrades.length)]} ${roll(2) ? 'Ltd.' : 'Inc.'}`
}

export function personName(roll: (sides: number) => number): string {
  const first = given[roll(given.length)]
  return `${families[roll(families.length)]}${first}${given[roll(given.length)]}`
}
