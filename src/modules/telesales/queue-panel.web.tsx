/** Who comes next; another one is called by a click. */
import { useEntity, useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { Cell } from '#ui/field/cell.tsx'
import type { Queue } from './use-queue.web.tsx'

interface QueuePanelProps {
  queue: Queue
  current: string
  onPick: (id: string) => void
}

export function QueuePanel({ queue, current, onPick }: QueuePanelProps) {
  const t = useT()
  const field = useEntity('call-entry').fields.find(({ name }) => name === 'nextCallAt')
  return (
    <Panel title={t('Next up')} className="calling-queue">
      <ol className="calling-plain">
        {queue.entries.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className={
                row.id === current ? 'plain calling-next calling-next-on' : 'plain calling-next'
              }
              aria-current={row.id === current}
              onClick={() => onPick(row.id)}
            >
              <span className="calling-name">{String(row['name'] ?? '')}</span>
              {row['nextCallAt'] && field ? (
                <span className="tone-text-ochre">
                  <Cell field={field} row={row} />
                </span>
              ) : null}
            </button>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
