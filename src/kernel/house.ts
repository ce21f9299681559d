/** The running house: everything that lives as long as the program does. */
import type { RegistryBook } from './custom/registry-book.ts'
import type { Database } from './db/database.ts'
import type { FileStore } from './files/store.ts'
import type { Safe } from './session/safe.ts'
import type { JobQueue } from './jobs/queue.ts'
import type { ChangeFeed } from './events/feed.ts'
import type { Registry } from './registry.ts'
import type { GrantBook } from './access/grant-book.ts'
import type { CompanyBook } from './company.ts'

export interface House {
  registry: Registry
  database: Database
  /** Roles' grants as edited by administrators, over the declared ones. */
  grants: GrantBook
  /** Settings of each company: currency, time zone, country. */
  companies: CompanyBook
  /** The nouns as each company knows them, with its own fields. */
  registries: RegistryBook
  jobs: JobQueue
  files: FileStore
  changes: ChangeFeed
  /** Seals what is kept secret, such as keys to other programs. */
  safe: Safe
  /** The only clock. */
  now(): Date
}
