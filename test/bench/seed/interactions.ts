/** Five contact records for each customer, written by the database itself; without search words. */
import type { Client } from 'pg'

/** What each customer has of them. */
export const interactionsEach = 5

const kinds = ['call', 'visit', 'chat', 'mail', 'message']

/** Each two weeks older than the one before, the newest as the customer says. */
export async function writeInteractions(client: Client, tenant: string): Promise<void> {
  await client.query('begin')
  // That the customers and people are there is known: asking for each costs more than the writing.
  await client.query('set local session_replication_role = replica')
  await client.query(
    `insert into interaction (tenant, id, customer, kind, direction, happened_at, minutes, result,
        summary, next_on, owner, created_at, created_by, updated_at, updated_by)
      select c.tenant, uuidv7(), c.id, ($2::text[])[n], 'out',
        c.last_contact_at - (n - 1) * interval '14 days', 5 * n,
        case when n % 2 = 0 then 'informed' else 'interested' end,
        '第 ' || n || ' 次聯繫:說明報價與交期', case when n = 1 then c.next_contact_on end,
        c.owner, c.last_contact_at, c.owner, c.last_contact_at, c.owner
      from customer c cross join generate_series(1, $3::integer) n
      where c.tenant = $1 and c.last_contact_at is not null`,
    [tenant, kinds, interactionsEach],
  )
  await client.query('commit')
}
