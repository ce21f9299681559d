/** What the demo company's people suggested: one taken up, one that still waits for an answer. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { acceptSuggestion, Suggestion } from '#modules/suggestions/index.ts'

/** @param people ids of the users by e-mail */
export async function loadSuggestions(ctx: Ctx, people: ReadonlyMap<string, string>) {
  const of = (name: string) => people.get(`${name}@demo.local`) ?? null
  const { id } = await ctx.create(Suggestion, {
    name: '出貨前拍照留存',
    kind: 'process',
    text: '客戶反映外箱破損時沒有憑據。建議出貨時拍一張照片，附在出貨單上。',
    owner: of('store'),
    to: of('manager'),
  })
  await ctx.do(acceptSuggestion, id, { answer: '很好，下個月開始實施。' })
  await ctx.create(Suggestion, {
    name: '樣品申請改用線上表單',
    kind: 'customer',
    text: '目前用紙本申請，常常找不到。希望能直接從客戶頁面申請樣品。',
    owner: of('sales'),
    to: of('lead'),
  })
}
