/** Words of the demo company's plans and reports. */

export interface PlannedLine {
  /** Days from Monday. */
  day: number
  kind: 'visit' | 'call' | 'quote' | 'deal' | 'task' | 'other'
  what: string
}

export const planWords = [
  {
    goals: '完成三家 A 級客戶的春季報價，並收回逾期款項。',
    targetCalls: 20,
    targetVisits: 6,
    targetQuotes: 4,
    targetOrders: '300000',
  },
  {
    goals: '帶新人拜訪重點客戶，檢討本月商機。',
    targetCalls: 12,
    targetVisits: 5,
    targetQuotes: 3,
    targetOrders: '450000',
  },
  {
    goals: '推廣新品樣品，開發兩家新客戶。',
    targetCalls: 25,
    targetVisits: 4,
    targetQuotes: 5,
    targetOrders: '250000',
  },
] as const

export const planned: readonly (readonly PlannedLine[])[] = [
  [
    { day: 0, kind: 'call', what: '確認上週報價' },
    { day: 1, kind: 'visit', what: '送樣品並說明規格' },
    { day: 2, kind: 'quote', what: '年度合約報價' },
    { day: 4, kind: 'other', what: '整理客戶名片' },
  ],
  [
    { day: 0, kind: 'call', what: '追蹤付款' },
    { day: 2, kind: 'visit', what: '拜訪採購主管' },
    { day: 3, kind: 'deal', what: '確認訂單' },
  ],
  [
    { day: 1, kind: 'call', what: '新品介紹' },
    { day: 1, kind: 'visit', what: '現場量測需求' },
    { day: 3, kind: 'quote', what: '補充報價' },
    { day: 4, kind: 'call', what: '下季需求調查' },
  ],
]

export const weekWords = [
  {
    results: '完成兩家客戶的年度報價，對方預計月底前回覆。',
    problems: '部分品項交期偏長，需採購協助確認。',
    next: '追蹤報價，安排樣品測試。',
  },
  {
    results: '新接兩張訂單，回款較上週增加。',
    problems: '一家客戶對價格有疑慮，正與主管討論折扣。',
    next: '拜訪兩家久未聯繫的客戶。',
  },
  {
    results: '完成新品說明會，三家客戶表示有興趣。',
    problems: '缺少英文型錄。',
    next: '依客戶需求提供報價。',
  },
] as const

/** Of the last workdays, the newest last; the empty one was not written. */
export const dayWords: readonly string[] = [
  '上午拜訪客戶並確認規格，下午整理報價。',
  '電話聯繫五家客戶，一家約定下週見面。',
  '',
]
