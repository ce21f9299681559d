/** The checklist of a customer's stage: ticked by whoever did it, with the name and the day. */
import type { RefTitles, WireRow } from '#kernel/http/wire.ts'
import { formatDate } from '#kernel/time/format.ts'
import { today as dayOf } from '#kernel/time/date.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { useWrite } from '#ui/base/queries.ts'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { useReader } from '#ui/field/use-reader.ts'
import { Checkbox } from 'antd'
import type { Item } from './checklist.ts'

interface StageChecklistProps {
  row: WireRow
  items: readonly Item[]
  refs: RefTitles
}

export function StageChecklist({ row, items, refs }: StageChecklistProps) {
  const t = useT()
  const open = items.filter(({ tick }) => tick === null).length
  if (items.length === 0) return null
  return (
    <div className="overview-checklist">
      <p className="overview-why">
        {open === 0
          ? t('The checklist is done.')
          : t('Checklist: {open} of {all} open', { open, all: items.length })}
      </p>
      <ul>
        {items.map((item) => (
          <ChecklistItem key={item.text} row={row} item={item} refs={refs} />
        ))}
      </ul>
    </div>
  )
}

interface ChecklistItemProps extends Omit<StageChecklistProps, 'items'> {
  item: Item
}

function ChecklistItem({ row, item: { text, tick }, refs }: ChecklistItemProps) {
  const { entities, company } = useHouse()
  const { locale } = useReader()
  const may = entities['stage-tick']?.may
  const { toggle, isBusy } = useToggle(row, text, tick)
  const by = tick ? (refs['user']?.[String(tick['createdBy'])]?.title ?? '') : ''
  const at = tick ? dayOf(new Date(String(tick['createdAt'])), company.timeZone) : ''
  return (
    <li>
      <Checkbox
        checked={tick !== null}
        disabled={isBusy || !(tick ? may?.delete : may?.create)}
        onChange={() => void toggle()}
      >
        {text}
        {tick && <span className="overview-done">{` ${by} ${formatDate(at, locale)}`}</span>}
      </Checkbox>
    </li>
  )
}

/** Without a connection the tick waits on the device. */
function useToggle(row: WireRow, item: string, tick: WireRow | null) {
  const write = useWrite({ mayWait: true })
  const { showProblem } = useUndoMessage()
  const values = { customer: row.id, stage: row['stage'], item }
  const toggle = async () => {
    try {
      if (tick) {
        const { id, version } = tick
        await write.mutateAsync({ kind: 'delete', entity: 'stage-tick', id, version })
      } else await write.mutateAsync({ kind: 'create', entity: 'stage-tick', values })
    } catch (error) {
      showProblem(error)
    }
  }
  return { toggle, isBusy: write.isPending }
}
