/** The roles that something may be shared with, everyone first. */
import { useT } from '#ui/base/house.tsx'
import { useList } from '#ui/base/queries.ts'

export interface RoleName {
  value: string
  label: string
}

export function useRoleNames(): RoleName[] {
  const t = useT()
  const { data } = useList('role', { columns: ['key', 'name'], sort: 'name', limit: 200 })
  const roles = (data?.rows ?? []).map(({ key, name }) => {
    return { value: String(key), label: String(name) }
  })
  return [{ value: 'everyone', label: t('Everyone') }, ...roles]
}
