/** Functions that may look past row-level security get an owner that can do just that. */
import type { Client } from 'pg'
import { definerRole, isSuperuser } from '../roles.ts'

/**
 * Hands the security-definer functions of the migrating role to `shangmai_definer` and lets that
 * role reach the tables. Without a superuser, who makes that role, they stay with the tables'
 * owner, whom row-level security does not bind either.
 */
export async function ownDefinerFunctions(client: Client): Promise<void> {
  if (!(await isSuperuser(client))) return
  const functions = await client.query<{ signature: string }>(
    `select oid::regprocedure::text as signature from pg_proc
     where prosecdef and pronamespace = 'public'::regnamespace and proowner = (
       select oid from pg_roles where rolname = current_user)`,
  )
  await client.query(`grant usage, create on schema public to ${definerRole}`)
  for (const { signature } of functions.rows) {
    await client.query(`alter function ${signature} owner to ${definerRole}`)
  }
  await client.query(`revoke create on schema public from ${definerRole}`)
  const rights = 'select, insert, update, delete on all tables in schema public'
  await client.query(`grant ${rights} to ${definerRole}`)
}
