/** The figure of a report that the listed records stand behind, with the row it stands in. */
import type { FieldMeta, RefTitles } from '#kernel/http/wire.ts'
import type { BehindFigure } from '#kernel/query/where.ts'
import { useHouse } from '#ui/base/house.tsx'
import { displayText } from '#ui/field/display.ts'
import { pickQuery } from '#ui/field/input/use-pick.ts'
import { useReader } from '#ui/field/use-reader.ts'
import { useQueries } from '@tanstack/react-query'
import { Chip } from './chip.tsx'

type Cut = NonNullable<BehindFigure['row']>

/** Names of the records that tell the row apart. */
function useRefs(fields: readonly FieldMeta[], row: Cut): RefTitles {
  const pointing = fields.filter(({ name, target }) => target && typeof row[name] === 'string')
  const answers = useQueries({
    queries: pointing.map((field) => ({
      ...pickQuery({ ...field, pick: {}, fills: {} }, '', { id: [String(row[field.name])] }),
      staleTime: 300_000,
    })),
  })
  return Object.fromEntries(
    pointing.map(({ target = '' }, at) => {
      const options = answers[at]?.data?.options ?? []
      return [target, Object.fromEntries(options.map(({ id, title }) => [id, { title }]))]
    }),
  )
}

export function FigureChip({ figure, onRemove }: { figure: BehindFigure; onRemove: () => void }) {
  const report = useHouse().reports[figure.report]
  const reader = useReader()
  const row = figure.row ?? {}
  const fields = (report?.columns ?? []).filter(({ name }) => row[name] !== undefined)
  const refs = useRefs(fields, row)
  const parts = fields.map((field) => displayText(field, row, refs, reader) || '—')
  const column = report?.columns.find(({ name }) => name === figure.figure)
  const words = [report?.label ?? figure.report, ...parts, column?.label ?? figure.figure]
  return <Chip text={words.join(' · ')} onRemove={onRemove} />
}
