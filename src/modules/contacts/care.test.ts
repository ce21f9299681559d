/** Birthdays by the sun and by the moon become a task for whoever cares, once. */
import { expect, test } from 'vitest'
import { jobCall } from '#kernel/testing/job-call.ts'
import { useWorld } from '#kernel/testing/world.ts'
import { Contact, ContactRelative, Customer } from '#modules/customers/index.ts'
import { modules } from '#modules/index.ts'
import { CalendarDay, Task } from '#modules/tasks/index.ts'
import { CareRule, careJob } from './index.ts'

const world = useWorld(modules)

async function runOn(day: string): Promise<void> {
  const { house, tenant, clock } = world()
  clock.now = new Date(`${day}T02:00:00Z`)
  await careJob.run(house, jobCall({ tenant, now: clock.now }))
}

test('a task comes some days before, is due on the day, and is made once', async () => {
  const [seller, lead] = [await world().as('sales'), await world().as('sales-lead')]
  const manager = await world().as('manager')
  await manager.create(CalendarDay, { day: '2026-09-25', kind: 'holiday', name: '中秋節' })
  const { id: customer } = await seller.create(Customer, { name: 'Harbor Books' })
  const { id: wang } = await seller.create(Contact, {
    customer,
    name: 'Wang',
    birthday: '1980-09-25',
  })
  // The fifteenth of the eighth moon: in 2026 the 25th of September.
  const { id: moon } = await seller.create(Contact, {
    customer,
    name: 'Moon',
    birthday: '1980-09-23',
    lunarBirthday: true,
  })
  await seller.create(ContactRelative, { contact: wang, name: 'Son', birthday: '2010-09-24' })
  await seller.create(Contact, { customer, name: 'Later', birthday: '1980-10-25' })
  const care = (name: string, what: 'contact-birthday' | 'family-birthday') =>
    lead.create(CareRule, { name, what, daysBefore: 5 })
  await care('Contacts', 'contact-birthday')
  await care('Families', 'family-birthday')
  await runOn('2026-09-19')
  expect(await seller.list(Task, { where: { kind: 'care' } })).toHaveLength(1)
  await runOn('2026-09-20')
  const all = () => seller.list(Task, { where: { kind: 'care' }, sort: 'title' })
  const about = (record: string, title: string, dueOn: string) =>
    expect.objectContaining({ record, title, dueOn, owner: seller.caller.person.id })
  // Nobody works on the 25th.
  const expected = [
    about(moon, 'Birthday of Moon on 2026-09-25', '2026-09-24'),
    about(wang, 'Birthday of Son (Wang) on 2026-09-24', '2026-09-24'),
    about(wang, 'Birthday of Wang on 2026-09-25', '2026-09-24'),
  ]
  expect(await all()).toEqual(expected)
  const [made] = await all()
  await seller.remove(Task, made?.id ?? '')
  await runOn('2026-09-21')
  expect(await all()).toEqual(expected.slice(1))
})

test('the end of a contract and a service come once, on their day', async () => {
  const [seller, lead] = [await world().as('sales', 'Carl'), await world().as('sales-lead')]
  const { id } = await seller.create(Customer, {
    name: 'Tower Tools',
    contractUntil: '2027-03-02',
    serviceOn: '2026-03-03',
  })
  await lead.create(CareRule, { name: 'Contracts', what: 'contract-end', daysBefore: 7 })
  await lead.create(CareRule, { name: 'Services', what: 'service-day', daysBefore: 7 })
  await runOn('2027-02-22')
  const mine = () => seller.list(Task, { where: { kind: 'care', record: id } })
  expect(await mine()).toEqual([])
  await runOn('2027-02-25')
  await runOn('2027-02-26')
  const title = 'Tower Tools: the contract ends on 2027-03-02'
  expect(await mine()).toMatchObject([{ title, dueOn: '2027-03-02', record: id }])
})
