/** Which records a kept filter means, in words. */
import type { Where } from '#kernel/query/where.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { conditionFields } from './condition-fields.ts'
import { WhereWords } from './where-words.tsx'

export function FilterWords({ asks, where }: { asks: string; where: Where }) {
  const t = useT()
  const { entities } = useHouse()
  const meta = entities[asks]
  if (!meta) return <span className="faint">—</span>
  if (Object.keys(where).length === 0) return <>{t('All: {name}', { name: meta.label.many })}</>
  return (
    <span>
      <WhereWords where={where} fields={conditionFields(meta, entities)} />
    </span>
  )
}
