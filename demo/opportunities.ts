/** What the demo company may sell next: each deal with its story in a line. All invented. */
interface Deal {
  subject: string
  /** Code and quantity of each product. */
  wants: readonly [code: string, quantity: string][]
  /** Days ago it was opened, and between one stage and the next. */
  opened: number
  pace: number
  /** Stages it went on to after the first one. */
  steps: number
  /** Days from now until it is expected. */
  expected: number
  source: string
  next: string
  won?: 'price' | 'quality' | 'relation' | 'delivery' | 'service'
  lost?: 'price' | 'competitor' | 'no-budget' | 'no-need' | 'delivery' | 'no-answer'
  rival?: string
}

const fair = '臺北自動化展'
const web = '官網詢問'
const friend = '客戶介紹'
const visit = '主動開發'

export const deals: readonly Deal[] = [
  deal(
    '包裝線伺服改造',
    [
      ['S-3302', '12'],
      ['S-3310', '12'],
    ],
    6,
    3,
    0,
    75,
    fair,
    '電話確認軸數',
  ),
  deal(
    '新廠氣動元件年度合約',
    [
      ['A-1032', '200'],
      ['A-2004', '150'],
    ],
    4,
    3,
    0,
    60,
    web,
    '索取圖面',
  ),
  deal('CNC 螺桿更換', [['M-2041', '8']], 2, 3, 0, 45, friend, '約現場勘查'),
  deal('檢測機光電開關', [['C-4305', '40']], 25, 3, 0, 40, web, '再聯絡採購'),
  deal(
    '輸送帶同步輪',
    [
      ['T-5210', '80'],
      ['T-5220', '80'],
    ],
    9,
    3,
    0,
    50,
    visit,
    '寄樣品',
  ),
  deal('機械手滑軌', [['L-9001', '24']], 30, 8, 1, 30, fair, '確認預算核准時間'),
  deal(
    '產線 PLC 汰換',
    [
      ['P-7710', '6'],
      ['P-7805', '6'],
    ],
    18,
    9,
    1,
    55,
    friend,
    '與廠長會談',
  ),
  deal('食品機防水近接開關', [['C-4201', '120']], 40, 6, 1, 25, web, '等客戶測試'),
  deal('減速機試用', [['G-3120', '4']], 12, 6, 1, 35, fair, '安排試用'),
  deal(
    '維修工具組',
    [
      ['H-6001', '10'],
      ['H-6012', '30'],
    ],
    21,
    7,
    1,
    20,
    visit,
    '回覆規格',
  ),
  deal('自動倉儲電纜', [['C-4120', '3000']], 33, 9, 2, 28, friend, '確認長度'),
  deal('射出機聯軸器', [['K-2200', '60']], 26, 8, 2, 22, visit, '試裝回饋'),
  deal(
    '雙軸平台',
    [
      ['M-2041', '10'],
      ['L-9001', '20'],
    ],
    50,
    9,
    2,
    18,
    fair,
    '修改方案',
  ),
  deal('電源供應器備品', [['C-4410', '50']], 23, 7, 2, 26, web, '比較交期'),
  deal(
    '分裝機整線電控',
    [
      ['P-7710', '4'],
      ['S-3302', '8'],
      ['S-3310', '8'],
    ],
    44,
    9,
    3,
    15,
    friend,
    '等總經理核准',
  ),
  deal('三點組合年度框架', [['A-3001', '100']], 36, 8, 3, 12, visit, '付款條件'),
  deal(
    '耗材月結供應',
    [
      ['X-8001', '60'],
      ['X-8010', '60'],
    ],
    60,
    9,
    3,
    10,
    web,
    '追蹤報價',
  ),
  deal('精密軸承第二季', [['B-1108', '800']], 41, 9, 4, 7, friend, '合約用印'),
  deal(
    '新線調試專案',
    [
      ['V-0001', '80'],
      ['P-7805', '3'],
    ],
    39,
    8,
    4,
    9,
    fair,
    '議價最後一輪',
  ),
  deal('伺服驅動器補貨', [['S-3310', '10']], 62, 9, 4, -12, visit, '', { won: 'delivery' }),
  deal('滑軌整組更新', [['L-9001', '40']], 70, 10, 4, -15, friend, '', { won: 'quality' }),
  deal('氣缸汰換', [['A-1001', '150']], 55, 8, 4, -9, web, '', { won: 'price' }),
  deal('人機介面升級', [['P-7805', '12']], 80, 10, 3, -20, fair, '', {
    lost: 'competitor',
    rival: '台達代理商',
  }),
  deal('數位卡尺標案', [['H-6105', '60']], 48, 8, 2, -8, web, '', {
    lost: 'price',
    rival: '大型五金',
  }),
  deal('減速機大量採購', [['G-3120', '30']], 65, 9, 1, -18, visit, '', { lost: 'no-budget' }),
]

function deal(
  subject: string,
  wants: Deal['wants'],
  opened: number,
  pace: number,
  steps: number,
  expected: number,
  source: string,
  next: string,
  end: Pick<Deal, 'won' | 'lost' | 'rival'> = {},
): Deal {
  return { subject, wants, opened, pace, steps, expected, source, next, ...end }
}
