/** Opens the house: database, queue, files, feed, all modules. */
import { join } from 'node:path'
import { backupJobs } from '#kernel/backup/backup-jobs.ts'
import { openDatabase } from '#kernel/db/database.ts'
import type { DatabaseAccess } from '#kernel/db/roles.ts'
import { openChangeFeed } from '#kernel/events/open-feed.ts'
import { openDiskStore } from '#kernel/files/disk-store.ts'
import type { House } from '#kernel/house.ts'
import type { JobLog } from '#kernel/jobs/job.ts'
import { openJobQueue } from '#kernel/jobs/open-queue.ts'
import { buildRegistry, type Registry } from '#kernel/registry.ts'

import { forgetChanged, openRemembrance } from '#kernel/remembrance.ts'
import { mailJobs } from '#kernel/mail/mail-jobs.ts'
import type { MailSettings } from '#kernel/mail/post.ts'
import { reportMails } from '#kernel/report/report-mails.ts'
import { openSafe } from '#kernel/session/safe.ts'
import { noticeMails } from '#kernel/notify/notice-mails.ts'
import { kernelModule } from '#kernel/kernel-module.ts'
import { modules } from '#modules/index.ts'
import { fillPractice } from './fill-practice.job.ts'

export interface HouseWish {
  access: DatabaseAccess
  dataDir: string
  /** Folder of the backups; else `backups` in the data folder. */
  backupDir?: string
  /** Run background jobs in this process. */
  work: boolean
  log: JobLog
  connections?: number
  /** Without it mails wait in the outbox, and no secrets are kept. */
  mail?: MailSettings
  /** Address that people open, for links in mails. */
  address?: string
}

const noMail = { smtpUrl: undefined, from: 'noreply@localhost', secretKey: Buffer.alloc(0) }

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
    jobs: jobsOf(registry, wish),
    house: () => house,
    work: wish.work,
    log,
  })
  const changes = await openChangeFeed({ app: access.app })
  const house: House = {
    registry,
    database,
    ...openRemembrance(database, registry),
    jobs,
    files: await openDiskStore(dataDir),
    changes,
    safe: openSafe(wish.mail?.secretKey),
    now: () => new Date(),
  }
  forgetChanged(house)
  return { house, close: () => closeHouse(house) }
}

function jobsOf(registry: Registry, { access, dataDir, mail, address, ...wish }: HouseWish) {
  const backupDir = wish.backupDir ?? join(dataDir, 'backups')
  const backups = backupJobs({ owner: access.owner, dataDir, backupDir })
  return new Map([
    ...registry.jobs,
    [fillPractice.name, fillPractice] as const,
    ...jobsOfMail(mail),
    ...jobsOfLinks(address),
    ...backups.map((job) => [job.name, job] as const),
  ])
}

/** The jobs of the outbox know mail server and key, which no module declares. */
function jobsOfMail(mail: MailSettings = noMail) {
  return mailJobs(mail).map((job) => [job.name, job] as const)
}

/** So do those that write mails with links know the address of the house. */
function jobsOfLinks(address = '') {
  return [...noticeMails(address), ...reportMails(address)].map((job) => [job.name, job] as const)
}

/** Jobs end first, then the feed, then the connections they used. */
async function closeHouse(house: House): Promise<void> {
  await house.jobs.stop()
  await house.changes.close()
  await house.database.close()
}
