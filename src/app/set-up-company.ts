/** What every new company starts with: roles, books, accounts, units, a warehouse, rules. */
import { openCtx } from '#kernel/action/open-ctx.ts'
import type { Caller } from '#kernel/action/caller.ts'
import { write } from '#kernel/action/write.ts'
import type { House } from '#kernel/house.ts'
import { seedBooks } from '#modules/books/index.ts'
import { seedCareRules } from '#modules/contacts/index.ts'
import { seedAccounts } from '#modules/ledger/index.ts'
import { seedStageRules } from '#modules/life-cycle/index.ts'
import { seedPipeline } from '#modules/opportunities/index.ts'
import { seedRoles } from '#modules/people/index.ts'
import { seedUnits } from '#modules/products/index.ts'
import { seedWarehouse } from '#modules/warehouses/index.ts'

/** May be repeated: what is there stays. */
export async function setUpCompany(house: House, caller: Caller): Promise<void> {
  await write(house, caller, {}, async (unit) => {
    const ctx = openCtx(unit)
    await seedRoles(ctx)
    await seedBooks(ctx)
    await seedAccounts(ctx)
    await seedUnits(ctx)
    await seedWarehouse(ctx)
    await seedPipeline(ctx)
    await seedStageRules(ctx)
    await seedCareRules(ctx)
  })
}
