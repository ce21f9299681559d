/** With whose eyes a report looks: only at rows and fields that the person may see. */
import { seesField } from '../access/fields.ts'
import { rowScope, type Sight } from '../access/scope.ts'
import { name, raw, sql } from '../db/sql.ts'
import type { ReportReader } from './report.ts'

export function reportReader(sight: Sight): ReportReader {
  return {
    ...sight.reader,
    visible: (entity) => {
      const bin = entity.isLine ? raw('') : raw(' and v.deleted_at is null')
      return sql`(select v.* from ${name(entity.table)} v
        where v.tenant = ${sight.reader.tenant}${bin} and ${rowScope(sight, entity, 'read', 'v')})`
    },
    sees: (entity, field) => {
      const declared = entity.fields[field]
      return declared !== undefined && seesField(declared, sight.reader.person)
    },
  }
}
