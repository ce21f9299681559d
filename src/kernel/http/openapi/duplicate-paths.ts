/** What can be asked about duplicates of one kind of record. */
import type { EntityMeta } from '../wire.ts'
import { operation, writing, type Paths } from './operation.ts'
import { answer, anything, map, object } from './schema.ts'

export function duplicatePaths({ label, may, duplicates }: EntityMeta, base: string): Paths {
  if (!duplicates) return {}
  const likely = {
    summary: `Which ones may be the same: ${label.many}`,
    body: object({ values: map(anything) }),
    answer: answer('duplicates'),
  }
  const scan = {
    summary: `Look for duplicates among all: ${label.many}`,
    parameters: writing,
    body: object({}),
    answer: answer('scan'),
  }
  return {
    ...(may.create ? { [`${base}/duplicates`]: { post: operation(likely) } } : {}),
    ...(may.merge ? { [`${base}/duplicates/scan`]: { post: operation(scan) } } : {}),
  }
}
