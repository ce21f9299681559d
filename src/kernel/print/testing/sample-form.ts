/** A believable form to print in tests, in Traditional Chinese, with as many lines as wanted. */
import type { PrintForm } from '../form.ts'

const names = ['不鏽鋼內六角螺絲 M8×25', '工業用無線路由器 AX3000', '伺服驅動器 750W\n保固 24 個月']

function rowsOf(count: number): Record<string, string>[] {
  return Array.from({ length: count }, (_, at) => ({
    line: String(at + 1),
    code: `M-${2041 + at}`,
    name: names[at % names.length] ?? '',
    amount: `${1200 + at}.00`,
  }))
}

/** Nothing but what every form must have. */
export function bareForm(lines: number): PrintForm {
  return {
    title: '報價單',
    number: 'QT-202611-0042',
    company: {
      name: '商脈貿易股份有限公司',
      lines: ['臺北市南京東路三段 219 號', '02-2712-3456'],
    },
    partner: { heading: '客戶', lines: ['宏達精密工業股份有限公司', '林雅婷 小姐'] },
    facts: [
      { label: '日期', value: '2026-11-23' },
      { label: '付款條件', value: '月結 60 天' },
    ],
    columns: [
      { key: 'line', label: '序', align: 'center' },
      { key: 'code', label: '料號' },
      { key: 'name', label: '品名規格' },
      { key: 'amount', label: '金額', align: 'right' },
    ],
    rows: rowsOf(lines),
    totals: [
      { label: '小計', value: '23,456.00' },
      { label: '總計', value: '24,629.00', strong: true },
    ],
    locale: 'zh-Hant',
    labels: { page: '第 {x} 頁，共 {y} 頁' },
  }
}

/** With all that a form may have, but a logo. */
export function sampleForm(lines: number, changes: Partial<PrintForm> = {}): PrintForm {
  return {
    ...bareForm(lines),
    inWords: '新臺幣貳萬肆仟陸佰貳拾玖元整',
    notes: '1. 交期：14 個工作天。\n2. 逾期請重新詢價。',
    barcode: 'QT-202611-0042',
    qr: 'https://shangmai.example/q/42',
    signatures: ['客戶確認', '主管'],
    footer: '感謝您的惠顧',
    ...changes,
  }
}
