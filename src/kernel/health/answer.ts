/** How the program fares, as its administrators are told over HTTP. */

export interface HealthAnswer {
  program: { version: string; startedAt: string }
  database: { version: string; startedAt: string; clockOffBy: number }
  /** Of the company: contents once, however many records have them. */
  files: { count: number; bytes: number }
  mails: { waiting: number; failed: number; waitingSince: string | null }
  /** Of the whole installation: the last one with everything in it. */
  backup: { madeAt: string | null }
  books: { checkedAt: string | null; differences: number }
  clock: { now: string; timeZone: string }
  /** Of the machine; null where other companies are in the installation too. */
  machine: MachineFacts | null
  /** The gravest first. */
  warnings: HealthWarning[]
}

export interface MachineFacts {
  /** Bytes of the database and its indexes. */
  database: number
  connections: { used: number; most: number }
  disk: { free: number; bytes: number }
}

export interface HealthWarning {
  rule: string
  /** What is wrong and what to do, in the reader's language. */
  text: string
  isGrave: boolean
  /** The list that shows it. */
  list?: { entity: string; tab?: string }
  /** The section of the settings in which to mend it. */
  settings?: string
}
