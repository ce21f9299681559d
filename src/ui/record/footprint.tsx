/** Who made a record and who changed it last. */
import type { RefTitles } from '#kernel/http/wire.ts'
import { formatInstant } from '#kernel/time/format.ts'
import { useT } from '#ui/base/house.tsx'
import { useReader } from '#ui/field/use-reader.ts'
import { textOf } from '#ui/field/value/field-facts.ts'

interface FootprintProps {
  row: Readonly<Record<string, unknown>>
  refs: RefTitles
}

export function Footprint({ row, refs }: FootprintProps) {
  const t = useT()
  const { locale, timeZone } = useReader()
  const at = (field: string) => formatInstant(textOf(row[field]), locale, { timeZone })
  const by = (field: string) => refs['user']?.[textOf(row[field])]?.title ?? t('the program')
  if (!row['createdAt']) return null
  return (
    <p className="footprint">
      {t('Created {at} by {person}', { at: at('createdAt'), person: by('createdBy') })}
      {Boolean(row['updatedAt']) && row['updatedAt'] !== row['createdAt'] && (
        <> · {t('Changed {at} by {person}', { at: at('updatedAt'), person: by('updatedBy') })}</>
      )}
    </p>
  )
}
