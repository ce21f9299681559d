/** What is left of a name when everything goes that does not tell its bearer from others. */
import { fold, withoutMarks } from '../text/fold.ts'
import { foldScript } from '../text/script.ts'
import { withoutPlaces } from './place-names.ts'

export interface NameCore {
  /** Without legal form, place, marks and case, in one script: 宏達貿易, alfredsfutterkiste. */
  core: string
  /** The core without words for a trade, which many have alike: 宏达. */
  brand: string
  /** The trade words: 贸易. */
  trade: string
  /** Latin words of the core, in their order. */
  words: string[]
  places: string[]
  /** Says that it is a company, whatever the rest is. */
  hasForm: boolean
  digits: string
}

const hanForms =
  /(?:股份)?有限(?:责任)?公司|有限责任商行|责任有限公司|有限合伙|合伙企业|个体工商户|股份公司|无限公司|株式会社|有限会社|集团公司|集团|总公司|公司$/gu
const latinForms = new Set(
  (
    'ltd limited co company inc incorporated corp corporation llc llp lp plc gmbh ag kg ohg ug ' +
    'sa sas sarl srl spa bv nv oy ab as aps pty pte sdn bhd kk ltda eirl group holding holdings ' +
    'the and und et'
  ).split(' '),
)
const tradeWords =
  '国际 进出口 电子商务 商贸 工贸 贸易 经贸 实业 企业 科技 技术 电子 信息 ' +
  '网络 传媒 文化 传播 管理 顾问 咨询 服务 工业 工程 机械 设备 自动化 ' +
  '精密 材料 塑胶 五金 食品 生物 发展 投资 控股 制造 软件 建材 服饰 家居 ' +
  '餐饮 医疗 器械 物流 运输 农业 教育 培训 工作室 经营部 中心 商行 商店 ' +
  '行 厂 店'
const trades = new RegExp(`(?:${tradeWords.replaceAll(' ', '|')})+$`, 'u')
const han = /\p{Script=Han}/u
const marks = /[^\p{L}\p{N}\p{M}]+/gu
/** 一分公司, 第二廠 and 廠2 are told apart by their numbers. */
const numbers = /\d+|第[一二三四五六七八九十]+/gu

/** Pure; a name of which nothing would be left keeps what it has. */
export function nameCore(name: string): NameCore {
  const { text, inside } = withoutPlacesInBrackets(levelled(name))
  const plain = text.replaceAll(marks, ' ').trim()
  const isHan = han.test(plain)
  const compact = isHan ? plain.replaceAll(' ', '') : plain
  const bare = compact.replaceAll(hanForms, '')
  const hasHanForm = bare !== compact && bare !== ''
  const { rest, places } = withoutPlaces(hasHanForm ? bare : compact)
  const words = latinWords(isHan ? '' : plain)
  const core = isHan ? rest : words.join('')
  const trade = isHan ? tradeOf(core) : ''
  return {
    core,
    brand: core.slice(0, core.length - trade.length),
    trade,
    words,
    places: [...(isHan ? places : []), ...inside],
    hasForm: hasHanForm || (!isHan && words.length < plain.split(' ').length),
    digits: (core.match(numbers) ?? []).join(' '),
  }
}

/** Width, case, marks on letters and script are levelled. */
export function levelled(text: string): string {
  return foldScript(withoutMarks(fold(text)))
}

function latinWords(plain: string): string[] {
  const all = plain.split(' ').filter((word) => word !== '')
  const telling = all.filter((word) => !latinForms.has(word))
  return telling.length > 0 ? telling : all
}

function tradeOf(core: string): string {
  const trade = trades.exec(core)?.[0] ?? ''
  return core.length - trade.length >= 2 ? trade : ''
}

/** 宏达(上海)贸易 says where it is in the middle. */
function withoutPlacesInBrackets(level: string): { text: string; inside: string[] } {
  const inside: string[] = []
  const text = level.replaceAll(/\(([^()]{2,8})\)/gu, (whole, within: string) => {
    const { rest, places } = withoutPlaces(`${within}本地`)
    if (rest !== '本地') return whole
    inside.push(...places)
    return ''
  })
  return { text, inside }
}
