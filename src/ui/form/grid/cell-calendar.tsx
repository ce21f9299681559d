/** The calendar that opens below a date cell. */
import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import type { Line } from './grid-lines.ts'
import type { Grid } from './use-grid.ts'

const FORMAT = 'YYYY-MM-DD'

export function CellCalendar({ grid, line }: { grid: Grid; line: Line }) {
  const { at } = grid.state
  const value = line[grid.columns[at.column]?.name ?? '']
  const day = typeof value === 'string' ? dayjs(value, FORMAT, true) : null
  return (
    <span className="cell-calendar" aria-hidden>
      <DatePicker
        open
        tabIndex={-1}
        value={day?.isValid() ? day : null}
        onChange={(chosen) => {
          const text = chosen?.isValid() ? chosen.format(FORMAT) : ''
          grid.run({
            state: { at, anchor: at, mode: 'rest', draft: '' },
            wishes: [{ wish: 'commit', at, text }],
            taken: true,
          })
        }}
      />
    </span>
  )
}
