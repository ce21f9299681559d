/** What the demo company's people have to do: late, today, soon and done; and its calendar. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { addDays } from '#kernel/time/date.ts'
import { Order } from '#modules/orders/index.ts'
import { CalendarDay, completeTask, onWorkday, Task } from '#modules/tasks/index.ts'
import { holidays } from './holidays.ts'
import type { Masters } from './load-masters.ts'

type Kind = 'task' | 'call-back' | 'visit' | 'care' | 'meeting'

interface Work {
  title: string
  kind: Kind
  /** Days from today. */
  at: number
  time?: string
  minutes?: number
  /** It was done, and this came of it. */
  result?: string
  repeat?: 'weekly' | 'monthly'
  high?: true
}

const ofCustomers: readonly Work[] = [
  { title: '回電確認包裝機規格', kind: 'call-back', at: 0, time: '10:00', minutes: 15, high: true },
  { title: '寄送新品樣品', kind: 'task', at: 0 },
  { title: '拜訪並說明春季報價', kind: 'visit', at: 0, time: '14:30', minutes: 90 },
  { title: '詢問付款進度', kind: 'call-back', at: -2, high: true },
  { title: '補寄型錄', kind: 'task', at: -5 },
  { title: '更新聯絡人名片資料', kind: 'task', at: -9 },
  { title: '年度採購計畫會議', kind: 'meeting', at: 1, time: '09:30', minutes: 60 },
  { title: '回電討論交期', kind: 'call-back', at: 1, time: '11:00', minutes: 15 },
  { title: '拜訪新廠', kind: 'visit', at: 2, time: '10:00', minutes: 120 },
  { title: '寄送節日賀卡', kind: 'care', at: 3 },
  { title: '每週庫存確認', kind: 'call-back', at: 4, time: '16:00', minutes: 30, repeat: 'weekly' },
  { title: '準備續約條件', kind: 'task', at: 6 },
  { title: '每月對帳', kind: 'meeting', at: 8, time: '13:30', minutes: 60, repeat: 'monthly' },
  { title: '拜訪並收集需求', kind: 'visit', at: 10, time: '15:00', minutes: 60 },
  { title: '回覆技術問題', kind: 'task', at: -3, result: '已提供規格書，客戶滿意。' },
  { title: '拜訪採購經理', kind: 'visit', at: -6, time: '10:30', result: '下季加訂兩成。' },
  { title: '電話問候', kind: 'care', at: -8, result: '聊得愉快，暫無需求。' },
]

const ofOrders: readonly Work[] = [
  { title: '確認出貨地址', kind: 'task', at: 0, time: '09:00', minutes: 15 },
  { title: '追蹤送貨簽收', kind: 'call-back', at: 1 },
  { title: '訂單包裝需求確認', kind: 'task', at: -4, result: '採用原箱包裝。' },
]

export async function loadTasks(ctx: Ctx, { customers }: Masters): Promise<void> {
  const days = holidays.map(([day, name]) => ({ day, name, kind: 'holiday' as const }))
  await ctx.createMany(CalendarDay, days)
  const orders = await ctx.list(Order, {}, { sort: '-createdAt', limit: ofOrders.length })
  for (const [at, work] of ofCustomers.entries()) {
    const customer = customers[(at * 5) % customers.length]
    if (customer) await addTask(ctx, work, { entity: 'customer', ...customer })
  }
  for (const [at, { id, owner }] of orders.entries()) {
    const work = ofOrders[at]
    if (work && owner) await addTask(ctx, work, { entity: 'order', id, owner })
  }
}

interface Hung {
  entity: string
  id: string
  owner: string
}

async function addTask(ctx: Ctx, work: Work, { owner, entity, id: record }: Hung): Promise<void> {
  const { title, kind, at, time = null, minutes = null, repeat = 'none' } = work
  const day = addDays(ctx.today, at)
  // Nobody plans a visit for a weekend.
  const dueOn = at > 0 ? onWorkday(day, new Map()) : day
  const draft = { title, kind, dueOn, time, minutes, repeat, owner, entity, record } as const
  const { id } = await ctx.create(Task, {
    ...draft,
    priority: work.high ? 'high' : 'normal',
    remindBefore: time === null ? null : '15',
  })
  if (work.result) await ctx.do(completeTask, id, { result: work.result })
}
