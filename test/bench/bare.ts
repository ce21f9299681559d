/** The physical limit: a bare web server, one prepared query each for a list page and a record. */
import Fastify from 'fastify'
import pg from 'pg'

interface Wish {
  connection: pg.PoolConfig
  tenant: string
  owner: string
  columns: { list: string[]; record: string[] }
  /** What may be done with a customer: the bare server knows it without asking. */
  actions: unknown[]
}

const wish = JSON.parse(process.env['BARE'] ?? '') as Wish
pg.types.setTypeParser(1082, (text) => text)
const pool = new pg.Pool({ ...wish.connection, max: 12 })
const app = Fastify()
const joined = 'left join "user" u on u.tenant = c.tenant and u.id = c.owner'

interface Row extends Record<string, unknown> {
  id: string
  name: string
  owner: string | null
  owner_name?: string | null
}

const list = {
  name: 'list',
  text: `select ${columns(wish.columns.list)} from customer c ${joined}
    where c.tenant = $1 and c.owner = $2 and c.deleted_at is null order by c.name, c.id limit 51`,
}
const record = {
  name: 'record',
  text: `select ${columns(wish.columns.record)} from customer c ${joined}
    where c.tenant = $1 and c.id = $2 and c.owner = $3`,
}

function columns(names: readonly string[]): string {
  const own = names.map((name) => {
    const column = name.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)
    return `c."${column}" as "${name}"`
  })
  return [...own, 'u.name as owner_name'].join(', ')
}

/** Names of owners travel beside the rows, as the program sends them. */
function refsOf(rows: Row[]) {
  const user: Record<string, { title: string }> = {}
  for (const row of rows) {
    if (row.owner && row.owner_name) user[row.owner] = { title: row.owner_name }
    delete row.owner_name
  }
  return Object.keys(user).length > 0 ? { user } : {}
}

app.get('/list', async () => {
  const { rows } = await pool.query<Row>({ ...list, values: [wish.tenant, wish.owner] })
  const more = rows.length > 50
  if (more) rows.pop()
  const refs = refsOf(rows)
  const last = rows.at(-1)
  const cursor = more && last ? JSON.stringify([last.name, last.id]) : null
  return { rows, refs, next: cursor && Buffer.from(cursor).toString('base64url') }
})

app.get('/record/:id', async (request, reply) => {
  const { id } = request.params as { id: string }
  const { rows } = await pool.query<Row>({ ...record, values: [wish.tenant, id, wish.owner] })
  const [row] = rows
  if (!row) return reply.code(404).send({})
  const refs = refsOf([row])
  const may = { update: true, delete: false, share: true }
  return { row, refs, actions: wish.actions, may, locked: 'none', deletedAt: null }
})

await app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' })
process.on('SIGTERM', () => {
  void app.close().then(() => process.exit(0))
})
