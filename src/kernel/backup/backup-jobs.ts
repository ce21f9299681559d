/** Backups as work in the background: when somebody asks for one, and every day. */
import { keptBackups } from '../db/backup/kept-backups.ts'
import { raw } from '../db/sql.ts'
import { isOnlyCompany } from '../health/installation.ts'
import type { House } from '../house.ts'
import { defineJob, type Job } from '../jobs/job.ts'
import { makeBackup, type BackupPlace } from './make-backup.ts'
import { isDue, planOf } from './plan.ts'

export const backupJob = 'kernel.backup'

export function backupJobs(place: BackupPlace): Job[] {
  return [
    defineJob({
      name: backupJob,
      label: 'Backup by hand',
      atOnce: 1,
      // Another company may have come since it was asked for.
      async run(house, call) {
        if (await isOnlyCompany(house)) await makeBackup(place, house, call, 'hand')
      },
    }),
    defineJob({
      name: 'kernel.daily-backup',
      label: 'Daily backup, where it is due',
      every: '10 * * * *',
      atOnce: 1,
      async run(house, call) {
        if (await isDueNow(place, house, call.tenant)) await makeBackup(place, house, call, 'daily')
      },
    }),
  ]
}

/** Each company has its clock; the oldest one's rings for the installation. */
async function isDueNow(place: BackupPlace, house: House, tenant: string): Promise<boolean> {
  const plan = await planOf(house)
  if (plan.hour === null) return false
  const [oldest] = await house.database.control<{ tenant: string }>(
    raw('select tenant from company order by created_at, tenant limit 1'),
  )
  if (oldest?.tenant !== tenant) return false
  const { timeZone } = await house.companies.of(tenant)
  const last = (await keptBackups(place.backupDir)).find(({ cause }) => cause === 'daily')
  return isDue(plan, { lastAt: last?.madeAt ?? null, now: house.now(), timeZone })
}
