/** The shares that let a person see a record, or did so once, in words. */
import { sql } from '../db/sql.ts'
import type { Entity } from '../entity/entity.ts'
import type { House } from '../house.ts'
import type { Speech } from '../http/voice.ts'
import { formatDate } from '../time/format.ts'
import type { Sight } from './scope.ts'

interface ShareRow {
  department: string | null
  until_on: string | null
  over: boolean
}

/** Of a record that is not seen, the shares that are over, or that there is none. */
export async function shareReasons(
  house: House,
  { reader }: Sight,
  entity: Entity,
  id: string,
  visible: boolean,
  speech: Speech,
): Promise<string[]> {
  const { tenant, person, today } = reader
  const rows = await house.database.read<ShareRow>(
    tenant,
    sql`select d.name as department, s.until_on,
        coalesce(s.until_on < ${today}::date, false) as over
      from share s left join department d on d.tenant = s.tenant and d.id = s.department
      where s.tenant = ${tenant} and s.entity = ${entity.name} and s.record = ${id}::uuid
        and s.deleted_at is null
        and (s.person = ${person.id}::uuid or s.department = ${person.department}::uuid)`,
  )
  const told = rows.filter(({ over }) => over !== visible)
  if (told.length === 0 && !visible)
    return [speech.t('It is not shared with this person or the department.')]
  return told.map((row) => shareReason(row, speech))
}

function shareReason({ department, until_on: until, over }: ShareRow, speech: Speech): string {
  const { t } = speech
  const day = until === null ? '' : formatDate(until, speech.locale)
  if (over) return t('It was shared until {day}.', { day })
  if (department !== null)
    return until === null
      ? t('It is shared with the department {department}.', { department })
      : t('It is shared with the department {department} until {day}.', { department, day })
  return until === null
    ? t('It is shared with this person.')
    : t('It is shared with this person until {day}.', { day })
}
