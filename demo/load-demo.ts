/** Fills the first start with a believable trading company, through the doors that people use. */
import { administrator, program } from '#kernel/access/person.ts'
import { openCtx } from '#kernel/action/open-ctx.ts'
import type { Caller } from '#kernel/action/caller.ts'
import { write } from '#kernel/action/write.ts'
import type { Ctx } from '#kernel/action/ctx.ts'
import type { House } from '#kernel/house.ts'
import { createCompany } from '#kernel/session/set-up.ts'
import { givePassword } from '#kernel/session/credential.ts'
import { User } from '#modules/people/index.ts'
import { setUpCompany } from '#app/set-up-company.ts'
import { loadBusiness } from './load-business.ts'
import { loadMasters } from './load-masters.ts'
import { demoPassword, demoUsers } from './people.ts'

/** Loads the demo company; takes some seconds. */
export async function loadDemo(house: House, say: (line: string) => void): Promise<string> {
  say('Loading the demo company …')
  const [owner] = demoUsers
  const { tenant, user } = await createCompany(
    house,
    {
      company: '衡策貿易股份有限公司',
      country: 'TW',
      currency: 'TWD',
      timeZone: 'Asia/Taipei',
      locale: 'zh-Hant',
      name: owner.name,
      email: owner.email,
      password: demoPassword,
    },
    setUpCompany,
  )
  const caller: Caller = {
    tenant,
    person: { ...program, id: user, roles: [administrator] },
    via: 'setup',
  }
  const within = <T>(work: (ctx: Ctx) => Promise<T>) =>
    write(house, caller, {}, (unit) => work(openCtx(unit)))
  const people = await within(addPeople)
  for (const id of people.values())
    if (id !== user) await givePassword(house, { tenant, user: id }, demoPassword)
  const masters = await within((ctx) => loadMasters(ctx, people))
  await loadBusiness(house, caller, masters)
  return tenant
}

/** @returns ids of the users by e-mail */
async function addPeople(ctx: Ctx): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  const known = await ctx.list(User, {})
  for (const row of known) ids.set(row.email, row.id)
  for (const { name, email, post: title, roles } of demoUsers) {
    if (ids.has(email)) continue
    const user = await ctx.create(User, {
      name,
      email,
      title,
      roles: [...roles],
      locale: 'zh-Hant',
    })
    ids.set(email, user.id)
  }
  const lead = ids.get('lead@demo.local') ?? null
  const sales = ids.get('sales@demo.local')
  if (sales) await ctx.save(User, sales, { reportsTo: lead })
  return ids
}
