/** Talks, forgotten customers and stage rules of the demo company; all invented. */
import type { Draft } from '#kernel/entity/entity.ts'
import type { Where } from '#kernel/query/where.ts'
import type { Interaction } from '#modules/contacts/index.ts'

type Talk = Pick<
  Draft<typeof Interaction>,
  'kind' | 'direction' | 'result' | 'summary' | 'nextStep'
>

export const talks: readonly Talk[] = [
  {
    kind: 'call',
    direction: 'out',
    result: 'interested',
    summary: '詢問下一季的需求，客戶對新款感測器有興趣，請我們提供型錄與報價。',
    nextStep: '寄送型錄與報價',
  },
  {
    kind: 'visit',
    direction: 'out',
    result: 'agreed',
    summary: '到廠拜訪，確認生產線改造的規格，客戶同意先試用一組聯軸器。',
    nextStep: '安排試用品出貨',
  },
  {
    kind: 'chat',
    direction: 'in',
    result: 'informed',
    summary: '客戶詢問交期，已回覆本週五可以出貨。',
    nextStep: '確認到貨',
  },
  {
    kind: 'call',
    direction: 'in',
    result: 'informed',
    summary: '客戶反映上批軸承包裝破損一箱，已說明會補寄。',
    nextStep: '追蹤補寄進度',
  },
  {
    kind: 'mail',
    direction: 'out',
    result: 'informed',
    summary: '寄出新價目表，並說明下個月起的運費調整。',
    nextStep: '電話確認是否收到',
  },
  {
    kind: 'call',
    direction: 'out',
    result: 'not-reached',
    summary: '採購開會中，請總機轉達，下週再聯絡。',
    nextStep: '再次去電',
  },
  {
    kind: 'visit',
    direction: 'out',
    result: 'call-back',
    summary: '拜訪新任採購主管，對方希望比較三家供應商的保固條件。',
    nextStep: '準備保固比較表',
  },
]

/** Nobody has looked after them for a long time: they wait in the pool. */
export const forgotten = [
  place('新竹宏遠光電股份有限公司', 'B', '電子', '03-5678-1200', '新竹市'),
  place('嘉義大林農機行', 'D', '機械', '05-2345-6700', '嘉義市'),
  place('屏東海豐食品有限公司', 'C', '食品', '08-7654-3200', '屏東縣'),
  place('彰化正新紡織股份有限公司', 'C', '紡織', '04-7222-8100', '彰化縣'),
  place('基隆永昌船舶設備有限公司', 'B', '機械', '02-2422-9300', '基隆市'),
]

/** They lay in the pool, and somebody has claimed them since. */
export const claimed = [
  place('宜蘭羅東木業股份有限公司', 'C', '建材', '03-9555-3100', '宜蘭縣'),
  place('花蓮石材工藝有限公司', 'C', '建材', '03-8333-2600', '花蓮縣'),
]

/** They are interested and have bought nothing yet. */
export const prospects = [
  { ...place('苗栗竹南晶體科技股份有限公司', 'B', '電子', '037-481-200', '苗栗縣'), step: 'needs' },
  {
    ...place('雲林虎尾包裝機械有限公司', 'C', '機械', '05-6321-500', '雲林縣'),
    step: 'first-talk',
  },
  { ...place('宜蘭蘭陽水產加工有限公司', 'C', '食品', '03-9322-700', '宜蘭縣'), step: 'offer' },
  {
    ...place('南投草屯醫材股份有限公司', 'A', '醫療器材', '049-233-8100', '南投縣'),
    step: 'contract',
  },
  {
    ...place('花蓮東昌石材機具有限公司', 'D', '機械', '03-8561-900', '花蓮縣'),
    step: 'first-talk',
  },
  { ...place('臺東綠島潛具有限公司', 'C', '塑膠', '089-322-600', '臺東縣'), step: 'negotiation' },
] as const

function place(
  name: string,
  level: 'A' | 'B' | 'C' | 'D',
  industry: string,
  phone: string,
  city: string,
) {
  return { name, level, industry, phone, address: { country: 'TW', city } }
}

export const purposes = [
  '季度拜訪',
  '新品介紹',
  '試用品追蹤',
  '對帳與付款方式',
  '品質問題說明',
  '報價說明',
  '產線勘查',
  '備品盤點',
  '合約續約',
  '教育訓練',
  '節前拜訪',
  '新任採購主管拜會',
]

/** The business of the demo company is two months old: its rules look back less far. */
export const stageDays: readonly [name: string, deal: Where][] = [
  ['45 天內有成交', { lastDealOn: { within: 'last-45-days' } }],
  ['45 天未成交', { lastDealOn: { within: 'over-45-days-ago' } }],
  ['一年未成交', { lastDealOn: { within: 'over-365-days-ago' } }],
]
