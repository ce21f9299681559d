/** A solution is written, published and found by a word in it; late leads and care have a rule. */
import { expect, test } from 'vitest'
import { rowOf } from './trade.ts'
import { useBrowser } from './use-browser.ts'
import type { Looks } from './visitor.ts'

const { signIn } = useBrowser()
const looks: Looks[] = [{ locale: 'en' }, { size: 'phone', theme: 'dark', locale: 'zh-Hans' }]

test.each(looks)(
  'an article is written and published, and the store finds it, %o',
  async (look) => {
    const lead = await signIn('lead', look)
    const word = look.size === 'phone' ? '鉬基潤滑脂' : '鋰基潤滑脂'
    await lead.open('/new/article')
    await lead.fill('Title', '滑軌保養')
    await lead.fill('Text', `每季補充一次**${word}**。`)
    await lead.findNoFault()
    await lead.press('Save')
    const id = await lead.recordId('article')
    await lead.press('Publish')
    await lead.seeState('Published')
    await lead.findNoFault()
    expect(await rowOf(lead, 'article', id)).toMatchObject({ publishedBy: lead.meta.user.id })

    const keeper = await signIn('store', look)
    const { page, t } = keeper
    await keeper.open(`/list/article?q=${encodeURIComponent(word)}`)
    await page.getByText('滑軌保養').first().waitFor()
    expect(await page.getByText('軸承運轉有異音怎麼辦').count()).toBe(0)
    await keeper.findNoFault()
    await keeper.open(`/record/article/${id}`)
    expect(await page.getByRole('button', { name: t('Withdraw the article') }).count()).toBe(0)
    await keeper.findNoFault()
  },
)

test.each(looks)('a target, a rule of care and their reports read well, %o', async (look) => {
  const manager = await signIn('manager', look)
  for (const path of [
    '/list/response-target',
    '/new/response-target',
    '/list/deal-care-rule',
    '/new/deal-care-rule',
    '/report/response-times',
    '/report/conversion-by-campaign',
  ]) {
    await manager.open(path)
    await manager.findNoFault()
  }
  await manager.page.getByText('2026 秋季展').first().waitFor()
})
