/** What the demo company knows and keeps: two solutions, a way of working, and a draft. */
import type { Ctx } from '#kernel/action/ctx.ts'
import type { Draft } from '#kernel/entity/entity.ts'
import { addDays } from '#kernel/time/date.ts'
import { DealCareRule } from '#modules/deal-care/index.ts'
import { Article, publishArticle } from '#modules/knowledge/index.ts'
import { ResponseTarget } from '#modules/leads/index.ts'

const published: readonly Draft<typeof Article>[] = [
  {
    name: '軸承運轉有異音怎麼辦',
    kind: 'solution',
    tags: ['軸承', '異音'],
    body:
      '1. 先停機，確認**潤滑油**是否足夠、是否變質。\n2. 用百分錶量同心度，超過 0.05 mm 要重新校正。\n' +
      '3. 仍有異音時更換軸承，並請客戶保留舊品供原廠分析。',
  },
  {
    name: '客戶詢問能否縮短交期',
    kind: 'answer',
    tags: ['交期'],
    body:
      '庫存品當天可出貨；訂製品先向採購確認，再回覆客戶**具體日期**。\n\n' +
      '不要口頭承諾「盡快」：請在訂單上改需求日，倉庫才看得到。',
  },
  {
    name: '新客戶建檔作業說明',
    kind: 'guide',
    tags: ['客戶', '作業'],
    body:
      '- 先搜尋統一編號，避免重複建檔。\n- 付款條件與信用額度由財務設定。\n' +
      '- 建檔後三天內完成首次拜訪，並寫下聯繫記錄。',
  },
]

/** @param people ids of the users by e-mail */
export async function loadKnowledge(ctx: Ctx, people: ReadonlyMap<string, string>): Promise<void> {
  const owner = people.get('lead@demo.local') ?? null
  for (const article of published) {
    const { id } = await ctx.create(Article, {
      ...article,
      owner,
      reviewOn: addDays(ctx.today, 180),
    })
    await ctx.do(publishArticle, id)
  }
  const draft = { name: '春節前備貨建議', kind: 'paper', body: '整理中。', owner } as const
  await ctx.create(Article, draft)
  await ctx.create(ResponseTarget, { name: '網站詢問', source: 'website', hours: 4 })
  await ctx.create(ResponseTarget, { name: '其他線索', hours: 24 })
  await addCare(ctx)
}

async function addCare(ctx: Ctx): Promise<void> {
  await ctx.create(DealCareRule, {
    name: '追蹤報價',
    moment: 'quote-open',
    daysAfter: 3,
    words: '詢問是否收到報價、有無疑問，何時決定。',
  })
  await ctx.create(DealCareRule, {
    name: '詢問到貨狀況',
    moment: 'goods-sent',
    daysAfter: 3,
    words: '貨品是否完好、數量是否正確、使用是否順利。',
  })
}
