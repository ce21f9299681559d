/** How a query names a customer to people: number and name. */
import { sql, type Sql } from '#kernel/db/sql.ts'

/** @param id an expression of the customer's id; where there is none such, the id is the name */
export function namedCustomer(tenant: string, id: Sql): Sql {
  return sql`coalesce((select c.number || ' ' || c.name from customer c
    where c.tenant = ${tenant} and c.id = ${id}), (${id})::text)`
}
