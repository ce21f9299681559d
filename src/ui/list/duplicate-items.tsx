/** Looks for duplicates among all records of a list, and leads to those that were found. */
import type { EntityMeta } from '#kernel/http/wire.ts'
import { api } from '#ui/base/api.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import type { MenuItem } from '#ui/base/menu-button.tsx'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { lookForRuns } from '#ui/run/runs.ts'
import { IconCopyCheck, IconZoomScan } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'

/** Name of the entity whose records are the pairs. */
const pairs = 'duplicate-pair'

export function useDuplicateItems({ name, duplicates, may }: EntityMeta): MenuItem[] {
  const t = useT()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { showProblem } = useUndoMessage()
  const label = useHouse().entities[pairs]?.label.many
  if (!duplicates || !may.merge || label === undefined) return []
  const scan = async () => {
    try {
      await api.post(`/api/${name}/duplicates/scan`)
      lookForRuns(queries)
    } catch (error) {
      showProblem(error)
    }
  }
  return [
    {
      key: 'scan',
      icon: <IconZoomScan size={17} stroke={1.6} aria-hidden />,
      label: t('Look for duplicates'),
      onSelect: () => void scan(),
    },
    {
      key: 'pairs',
      icon: <IconCopyCheck size={17} stroke={1.6} aria-hidden />,
      label,
      onSelect: () =>
        void navigate({
          to: '/list/$entity',
          params: { entity: pairs },
          search: { tab: 'Undecided', where: { entity: name } },
        }),
    },
  ]
}
