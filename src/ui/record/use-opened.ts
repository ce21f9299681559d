/** Remembers on this device which records were opened last, for the search box. */
import type { EntityMeta, RecordAnswer } from '#kernel/http/wire.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { textOf } from '#ui/field/value/field-facts.ts'
import { keepRecent } from '#ui/shell/recent.ts'
import { useEffect } from 'react'

export function useOpened(entity: EntityMeta, answer: RecordAnswer | undefined): void {
  const t = useT()
  const { user } = useHouse()
  const id = answer?.row.id
  const title = textOf(answer?.row[entity.title])
  useEffect(() => {
    if (!id || !title) return
    keepRecent(user.id, {
      key: `${entity.name} ${id}`,
      title,
      subtitle: entity.label.one,
      icon: entity.icon ?? 'list',
      href: `/record/${entity.name}/${id}`,
      group: t('Recent'),
    })
  }, [user.id, entity, id, title, t])
}
