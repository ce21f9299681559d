/** Who may do what in the database: the owner migrates, the program works with fewer rights. */
import { createHmac } from 'node:crypto'
import {
  Client,
  type ClientConfig,
  DatabaseError,
  type PoolConfig,
  escapeIdentifier,
  escapeLiteral,
} from 'pg'
import { withClient } from './with-client.ts'

export interface DatabaseAccess {
  /** Owns the tables, is not bound by row-level security: migrations and maintenance only. */
  owner: PoolConfig
  /** Bound by row-level security: everything else. */
  app: PoolConfig
}

/** Role that the tables' rights are granted to; where nobody asks for passwords, the login too. */
export const appRole = 'shangmai_app'
/** Owner of security-definer functions where the server lets the owner make such a role. */
export const definerRole = 'shangmai_definer'

/**
 * Makes the roles that the tables' rights are granted to, and proves that the program's login is
 * bound by row-level security. May be repeated, and run by several processes at once.
 * @param appUrl connection of another login for the program (DATABASE_APP_URL); it becomes a
 *   member of `shangmai_app`. Without it, and where the owner has a password, the program gets a
 *   login of its own for this database.
 * @throws when the program's login cannot connect or could see every row
 */
export async function prepareRoles(owner: ClientConfig, appUrl?: string): Promise<DatabaseAccess> {
  const ownerAccess = explicit(owner)
  const app = appUrl ? explicit({ connectionString: appUrl }) : appAccess(ownerAccess)
  await withClient(ownerAccess, async (client) => {
    await client.query("select pg_advisory_lock(hashtext('shangmai.roles'))")
    await createRoles(client)
    if (!appUrl) await ensureLogin(client, app)
    if (app.user !== appRole) await joinAppRole(client, app.user ?? '')
  })
  await refusePowerful(app)
  return { owner: ownerAccess, app }
}

// What the server, the database or the login prefer must not change what the program reads.
const ownHabits = '-c TimeZone=UTC -c DateStyle=ISO'

/** Resolves a connection string and the PG... environment into plain fields. */
function explicit(config: ClientConfig): PoolConfig {
  const { host, port, user, database, password, ssl } = new Client(config)
  const { connectionString: _, ...rest } = config
  const secret = typeof password === 'string' ? { password } : {}
  return { ...rest, host, port, user, database, ssl, ...secret, options: ownHabits }
}

// Derived, so that several processes agree on it without keeping it anywhere; of this database
// alone, as another one of the server has another owner's password.
function appAccess(owner: PoolConfig): PoolConfig {
  const { password, ...rest } = owner
  if (typeof password !== 'string' || password === '') return { ...rest, user: appRole }
  const derived = createHmac('sha256', password).update(appRole).digest('hex')
  return { ...rest, user: `${appRole}_${owner.database}`, password: derived }
}

const bound = 'login nosuperuser nobypassrls nocreatedb nocreaterole'

async function createRoles(client: Client): Promise<void> {
  await createRole(client, appRole, bound)
  // Without the superuser the functions stay with the tables' owner, who is not bound either.
  if (await isSuperuser(client)) await createRole(client, definerRole, 'nologin bypassrls')
  await client.query(`grant usage on schema public to ${appRole}`)
}

/** Whether the login may make a role that looks past row-level security, and give it functions. */
export async function isSuperuser(client: Client): Promise<boolean> {
  const text = 'select rolsuper from pg_roles where rolname = current_user'
  return (await client.query<{ rolsuper: boolean }>(text)).rows[0]?.rolsuper === true
}

async function createRole(client: Client, name: string, attributes: string): Promise<void> {
  const found = await client.query('select 1 from pg_roles where rolname = $1', [name])
  if (found.rowCount) return
  try {
    await client.query(`create role ${escapeIdentifier(name)} ${attributes}`)
  } catch (error) {
    // A process that prepares another database of this server was first.
    if (!hasCode(error, ['42710', '23505'])) throw withRemedy(error)
  }
}

function withRemedy(cause: unknown): Error {
  const said = cause instanceof Error ? cause.message : String(cause)
  return new Error(
    `The login of DATABASE_URL cannot prepare the roles (${said}). Let an administrator of the ` +
      `server run: create role ${appRole}; create role shangmai_daily login password '…' in role ` +
      `${appRole}; and set DATABASE_APP_URL to that login.`,
    { cause },
  )
}

function hasCode(error: unknown, codes: readonly string[]): boolean {
  return error instanceof DatabaseError && codes.includes(error.code ?? '')
}

async function joinAppRole(client: Client, user: string): Promise<void> {
  const found = await client.query(
    "select pg_has_role(rolname, $2, 'usage') as member from pg_roles where rolname = $1",
    [user, appRole],
  )
  if (found.rows[0]?.member) return
  await client
    .query(`grant ${appRole} to ${escapeIdentifier(user)}`)
    .catch((error: unknown) => Promise.reject(withRemedy(error)))
}

async function ensureLogin(client: Client, app: PoolConfig): Promise<void> {
  const login = app.user ?? appRole
  await createRole(client, login, bound)
  try {
    await probe(app)
  } catch (error) {
    if (typeof app.password !== 'string' || !hasCode(error, ['28P01', '28000'])) {
      throw loginFailure(app, error)
    }
    const name = escapeIdentifier(login)
    await client.query(`alter role ${name} password ${escapeLiteral(app.password)}`)
  }
}

function loginFailure(app: PoolConfig, cause: unknown): Error {
  const said = cause instanceof Error ? cause.message : String(cause)
  const remedy = 'Set DATABASE_APP_URL to a login that may not bypass row-level security'
  return new Error(`The database login "${app.user}" does not work (${said}). ${remedy}.`, {
    cause,
  })
}

interface Powers {
  rolsuper: boolean
  rolbypassrls: boolean
  owns: boolean
}

function probe(app: PoolConfig): Promise<Powers | undefined> {
  return withClient(app, async (client) => {
    const answer = await client.query<Powers>(
      `select rolsuper, rolbypassrls, exists (
         select from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
         and pg_has_role(relowner, 'usage')) as owns
       from pg_roles where rolname = current_user`,
    )
    return answer.rows[0]
  })
}

async function refusePowerful(app: PoolConfig): Promise<void> {
  const powers = await probe(app).catch((error: unknown) => {
    throw loginFailure(app, error)
  })
  if (!powers || powers.rolsuper || powers.rolbypassrls || powers.owns) {
    throw new Error(
      `The database login "${app.user}" could see the rows of every company: it must be neither ` +
        'superuser, nor BYPASSRLS, nor owner of the tables. See DATABASE_APP_URL.',
    )
  }
}
