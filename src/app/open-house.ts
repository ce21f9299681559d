/** Opens the house: database, queue, files, feed, all modules. */
import { openGrantBook } from '#kernel/access/grant-book.ts'
import { openCompanyBook } from '#kernel/company.ts'
import { openDatabase } from '#kernel/db/database.ts'
import type { DatabaseAccess } from '#kernel/db/roles.ts'
import { openChangeFeed } from '#kernel/events/open-feed.ts'
import { openDiskStore } from '#kernel/files/disk-store.ts'
import type { House } from '#kernel/house.ts'
import type { JobLog } from '#kernel/jobs/job.ts'
import { openJobQueue } from '#kernel/jobs/open-queue.ts'
import { buildRegistry } from '#kernel/registry.ts'
import { mailJobs } from '#kernel/mail/mail-jobs.ts'
import type { MailSettings } from '#kernel/mail/post.ts'
import { kernelModule } from '#kernel/kernel-module.ts'
import { modules } from '#modules/index.ts'

export interface HouseWish {
  access: DatabaseAccess
  dataDir: string
  /** Run background jobs in this process. */
  work: boolean
  log: JobLog
  connections?: number
  /** Without it mails wait in the outbox. */
  mail?: MailSettings
}

export interface OpenHouse {
  house: House
  close(): Promise<void>
}

export async function openHouse(wish: HouseWish): Promise<OpenHouse> {
  const { access, dataDir, log } = wish
  const registry = buildRegistry([kernelModule, ...modules])
  const database = openDatabase(
    access.app,
    wish.connections ? { connections: wish.connections } : {},
  )
  const jobs = await openJobQueue({
    ...access,
    jobs: new Map([...registry.jobs, ...jobsOfMail(wish.mail)]),
    house: () => house,
    work: wish.work,
    log,
  })
  const changes = await openChangeFeed({ app: access.app })
  const house: House = {
    registry,
    database,
    grants: openGrantBook(database, registry),
    companies: openCompanyBook(database),
    jobs,
    files: await openDiskStore(dataDir),
    changes,
    now: () => new Date(),
  }
  changes.subscribe(({ tenant, changes: news }) => {
    if (news.some((change) => change.entity === 'grant' || change.entity === 'role'))
      house.grants.forget(tenant)
  })
  return { house, close: () => closeHouse(house) }
}

/** The jobs of the outbox know the mail server, which no module declares. */
function jobsOfMail(mail: MailSettings = { smtpUrl: undefined, from: 'noreply@localhost' }) {
  return mailJobs(mail).map((job) => [job.name, job] as const)
}

/** Jobs end first, then the feed, then the connections they used. */
async function closeHouse(house: House): Promise<void> {
  await house.jobs.stop()
  await house.changes.close()
  await house.database.close()
}
