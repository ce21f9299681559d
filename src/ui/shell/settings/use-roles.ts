/** The roles of the company, by name. */
import { useList } from '#ui/base/queries.ts'
import { textOf } from '#ui/field/value/field-facts.ts'

export interface RoleName {
  id: string
  key: string
  name: string
}

export function useRoles(): RoleName[] {
  const answer = useList('role', { sort: 'name', limit: 200, columns: ['key', 'name'] })
  return (answer.data?.rows ?? []).map((row) => ({
    id: row.id,
    key: textOf(row['key']),
    name: textOf(row['name']),
  }))
}
