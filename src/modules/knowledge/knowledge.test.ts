/** Articles are read once they are published, by those they are for, and found by their words. */
import { expect, test } from 'vitest'
import { sightOf } from '#kernel/action/caller.ts'
import { sql } from '#kernel/db/sql.ts'
import { search } from '#kernel/search/search.ts'
import { jobCall } from '#kernel/testing/job-call.ts'
import { actorOf, refuses, useWorld } from '#kernel/testing/world.ts'
import { modules } from '#modules/index.ts'
import { Department } from '#modules/people/index.ts'
import { Article, publishArticle, reviewArticles, withdrawArticle } from './index.ts'

const world = useWorld(modules)
const solution = { name: '軸承異音', body: '先檢查**潤滑油**，再量測同心度。' } as const

async function found(who: string, query: string): Promise<string[]> {
  const { caller } = await world().as(who)
  const { hits } = await search(world().house, await sightOf(world().house, caller), query)
  return hits.map(({ title }) => title)
}

test('a draft is its author’s, what is published is found by all, withdrawn no more', async () => {
  const [service, store] = [await world().as('service'), await world().as('storekeeper')]
  const { id } = await service.create(Article, solution)
  await refuses(store.see(Article, id), 'record.not-found')
  expect(await found('storekeeper', '潤滑油')).toEqual([])
  await service.do(publishArticle, id)
  expect(await store.see(Article, id)).toMatchObject({ status: 'published', name: '軸承異音' })
  expect(await found('storekeeper', '潤滑油')).toEqual(['軸承異音'])
  await refuses(store.update(Article, id, { body: 'x' }), 'record.not-allowed')
  await refuses(store.do(withdrawArticle, id, {}, { reason: 'x' }), 'action.not-allowed')
  await service.do(withdrawArticle, id, {}, { reason: '已過時' })
  expect(await found('storekeeper', '潤滑油')).toEqual([])
})

test('what is for one department is read by its people', async () => {
  const { id: department } = await world().program.create(Department, { name: 'Service' })
  const manager = await world().as('manager')
  const { id } = await manager.create(Article, { ...solution, department })
  await manager.do(publishArticle, id)
  const bob = await world().as('sales', 'Bob')
  await refuses(bob.see(Article, id), 'record.not-found')
  const person = { ...bob.caller.person, department }
  const colleague = actorOf(world().house, { ...bob.caller, person })
  expect(await colleague.see(Article, id)).toMatchObject({ status: 'published' })
})

test('who wrote it is asked to read it over, once for each day', async () => {
  const { house, tenant, clock } = world()
  const lead = await world().as('sales-lead')
  const { id } = await lead.create(Article, { ...solution, reviewOn: '2026-12-01' })
  await lead.do(publishArticle, id)
  const asked = () =>
    world().within((ctx) =>
      ctx.sql<{ facts: unknown }>(sql`select n.facts from notification n
        where n.tenant = ${ctx.tenant} and n.record = ${id}::uuid
          and n.rule = 'article.read-over'`),
    )
  const remind = (now: string) => {
    clock.now = new Date(now)
    return reviewArticles.run(house, jobCall({ tenant, now: clock.now }))
  }
  await remind('2026-11-30T01:00:00Z')
  expect(await asked()).toEqual([])
  await remind('2026-12-01T01:00:00Z')
  await remind('2026-12-02T01:00:00Z')
  expect(await asked()).toEqual([{ facts: { day: '2026-12-01' } }])
})
