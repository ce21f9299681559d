/** What the demo company's agents say on the telephone, and what comes of it; all invented. */
import type { Draft } from '#kernel/entity/entity.ts'
import type { CallResult, PhoneLine } from '#modules/telephony/index.ts'
import type { CallingHours, CallScript } from '#modules/telesales/index.ts'

export const line: Draft<typeof PhoneLine> = {
  name: '電銷專線',
  key: 'sales',
  number: '+886227128800',
}

export const hours: Draft<typeof CallingHours> = {
  name: '平日上班時間',
  days: ['1', '2', '3', '4', '5'],
  begins: '09:00',
  ends: '18:00',
}

export const script: Draft<typeof CallScript> = {
  name: '耗材回購',
  steps: [
    {
      name: '開場',
      say: '您好，我是衡策貿易的專員，想了解上次購買的耗材使用得如何，請問方便談兩分鐘嗎？',
      hint: '不方便就約回電時間。',
    },
    {
      name: '了解用量',
      say: '目前的庫存大約還能用多久？最近產量有沒有增加？',
      hint: '記下用量與預計用完的日期。',
    },
    {
      name: '提案',
      say: '這個月訂滿一箱有九五折，而且本週五前下單可以下週二到貨，要先幫您保留嗎？',
      hint: '',
    },
    { name: '收尾', say: '謝謝您，我把剛才談的整理好寄給您，有需要隨時來電。', hint: '' },
  ],
}

export const results: readonly (Draft<typeof CallResult> & { name: string })[] = [
  { name: '成交', order: 1, outcome: 'agreed', closes: true, nextStep: '確認訂單與交期' },
  { name: '有興趣', order: 2, outcome: 'interested', wantsCallback: true, nextStep: '寄送報價' },
  { name: '約定回電', order: 3, outcome: 'call-back', wantsCallback: true },
  { name: '無需求', order: 4, outcome: 'refused', closes: true },
  { name: '未接聽', order: 5, outcome: 'not-reached', reached: false, againAfterHours: 4 },
  { name: '忙線', order: 6, outcome: 'not-reached', reached: false, againAfterHours: 1 },
  { name: '不再接受來電', order: 7, outcome: 'refused', optsOut: true },
]

export const lists = [
  { name: '第四季耗材回購', purpose: '三個月內買過耗材的客戶，提醒補貨' },
  { name: '展會名單開發', purpose: '展覽收到的名片，確認需求並轉為客戶' },
] as const

interface Said {
  result: string
  summary: string
  seconds: number
  callbackInHours?: number
}

export const said: readonly Said[] = [
  { result: '成交', summary: '庫存剩一週，先訂兩箱，下週二到貨。', seconds: 312 },
  { result: '未接聽', summary: '響八聲無人接聽。', seconds: 0 },
  { result: '約定回電', summary: '採購在開會，約好再打。', seconds: 45, callbackInHours: 2 },
  { result: '有興趣', summary: '想比較兩種規格，請寄報價。', seconds: 268, callbackInHours: 26 },
  { result: '無需求', summary: '今年已與其他廠商簽約。', seconds: 96 },
  { result: '忙線', summary: '兩次都忙線。', seconds: 0 },
  { result: '成交', summary: '加訂一箱，沿用上次價格。', seconds: 205 },
  { result: '約定回電', summary: '請月底再聯絡。', seconds: 61, callbackInHours: 50 },
  { result: '無需求', summary: '產線停工中，下半年再說。', seconds: 133 },
  { result: '未接聽', summary: '轉語音信箱。', seconds: 0 },
]
