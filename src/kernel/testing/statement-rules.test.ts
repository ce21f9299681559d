/** The rules for statements find what they forbid, and leave alone what is allowed. */
import { expect, test } from 'vitest'
import { statementFault } from './statement-rules.ts'

const tables = new Set(['order', 'customer'])
const fault = (text: string) => statementFault(text, tables)

test('each table of a company is bound to it', () => {
  expect(fault('select 1 from "order" o where o.tenant = $1')).toBeNull()
  expect(fault('select 1 from "order" o where o.id = $1')).toContain('order')
  const join = 'select 1 from "order" o join customer c on c.id = o.customer where o.tenant = $1'
  expect(fault(join)).toContain('order, customer')
  expect(fault(join.replace('on', 'on c.tenant = o.tenant and'))).toBeNull()
  expect(fault('update "order" set note = $1 where id = $2')).toContain('order')
  expect(fault('delete from customer where id = $1')).toContain('customer')
  expect(fault('select 1 from company')).toBeNull()
})

test('what is added names its company', () => {
  expect(fault('insert into "order" (tenant, id) values ($1, $2)')).toBeNull()
  expect(fault('insert into "order" (id) values ($1)')).toContain('order')
})

test('time and chance come from outside, and values are plain', () => {
  expect(fault('update "order" set at = now() where tenant = $1')).toContain('Time')
  expect(fault('insert into "order" (tenant, id) values ($1, gen_random_uuid())')).toContain('Time')
  const nested = 'insert into "order" (tenant, id) values ($1, (select 1))'
  expect(fault(nested)).toContain('VALUES')
  expect(fault('select \'now()\' from "order" where tenant = $1')).toBeNull()
  expect(fault('merge into customer c using x on true')).toContain('MERGE')
})
