/** The lines of a document as tabs of its page, with their sums. */
import type { RecordAnswer } from '#kernel/http/wire.ts'
import { useHouse } from '#ui/base/house.tsx'
import { currencyOf } from '#ui/field/display.ts'
import { useReader } from '#ui/field/use-reader.ts'
import type { LinesBlock } from '#ui/form/form-layout.ts'
import { linesOf } from '#ui/form/form-values.ts'
import { keyed } from '#ui/form/grid/grid-lines.ts'
import { LineGrid } from '#ui/form/line-grid.tsx'
import { LineSums } from '#ui/form/line-sums.tsx'
import type { Tab } from './record-tabs.tsx'

export function useLineTabs(blocks: readonly LinesBlock[], answer: RecordAnswer): Tab[] {
  return blocks.map((block) => ({
    key: block.field.name,
    label: block.field.label,
    count: String(linesOf(answer.row[block.field.name]).length),
    body: <ReadLines block={block} answer={answer} />,
  }))
}

function ReadLines({ block, answer }: { block: LinesBlock; answer: RecordAnswer }) {
  const { field, totals } = block
  const { row, refs } = answer
  const target = useHouse().entities[field.target ?? '']
  const reader = useReader()
  const money = totals.find(({ kind }) => kind === 'money')
  const currency = currencyOf(money ?? field, row, reader)
  if (!target) return null
  return (
    <>
      <LineGrid
        entity={target}
        label={field.label}
        rows={keyed(linesOf(row[field.name]), () => '')}
        refs={refs}
        currency={currency}
        readOnly
        isBare
        errors={{}}
        onChange={() => {}}
        onAnswer={() => {}}
        onLearn={() => {}}
      />
      <LineSums totals={totals} row={row} currency={currency} />
    </>
  )
}
