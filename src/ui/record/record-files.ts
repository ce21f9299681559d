/** The files that hang on a record, asked for once for all who show them. */
import { useHouse } from '#ui/base/house.tsx'
import { useList } from '#ui/base/queries.ts'

const COLUMNS = ['name', 'type', 'size', 'createdAt', 'createdBy']

export function useRecordFiles(entity: string, id: string) {
  const hasFiles = useHouse().entities['file'] !== undefined
  const where = { entity, record: id }
  return useList('file', { where, columns: COLUMNS, limit: 100 }, hasFiles)
}
