/** A single read that names its company in the same round trip, for row-level security to hold. */
import { Query, type Connection, type QueryConfig } from 'pg'

export const tenantStatement = 'shangmai_tenant'

interface Wire {
  bind(config: { portal: string; statement: string; values: string[] }): void
  execute(config: { portal: string; rows: number }): void
}

interface Prepared {
  prepare(connection: Connection): void
  handleDataRow(message: unknown): void
  handleCommandComplete(message: unknown, connection: Connection): void
}

const base = Query.prototype as unknown as Prepared

/**
 * Sends Bind/Execute of the prepared tenant setting before its own messages and one Sync after
 * both: they share one implicit transaction, and the setting is gone when it ends.
 * The connection must have prepared `tenantStatement` (see pool.ts).
 */
export class TenantQuery extends Query {
  readonly tenant: string
  tenantIsSet = false

  constructor(tenant: string, config: QueryConfig) {
    super(config)
    this.tenant = tenant
  }

  requiresPreparation(): boolean {
    return true
  }

  prepare(connection: Connection): void {
    const wire = connection as unknown as Wire
    wire.bind({ portal: '', statement: tenantStatement, values: [this.tenant] })
    wire.execute({ portal: '', rows: 0 })
    base.prepare.call(this, connection)
  }

  handleDataRow(message: unknown): void {
    if (this.tenantIsSet) base.handleDataRow.call(this, message)
  }

  handleCommandComplete(message: unknown, connection: Connection): void {
    if (this.tenantIsSet) base.handleCommandComplete.call(this, message, connection)
    else this.tenantIsSet = true
  }
}
