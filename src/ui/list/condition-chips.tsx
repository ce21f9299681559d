/** The conditions in force as chips, in words; each is edited by pressing it, or taken away. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import type { FieldWhere, Where } from '#kernel/query/where.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { usePhone } from '#ui/base/media.ts'
import { allWhere, fieldConditions, partsOf, withField } from '#ui/field/where.ts'
import { Chip } from './chip.tsx'
import { conditionFields, ofPointer } from './condition-fields.ts'
import { FigureChip } from './figure-chip.tsx'
import { isQuick, quickFields } from './quick-choice.ts'
import type { ListView } from './use-list-view.ts'
import { useConditionText, WhereWords } from './where-words.tsx'

interface FieldChipProps {
  field: FieldMeta
  wanted: FieldWhere
  onEdit: () => void
  onRemove: () => void
}

function FieldChip({ field, wanted, ...acts }: FieldChipProps) {
  return <Chip text={useConditionText(field, wanted)} {...acts} />
}

interface GroupChipProps {
  part: Where
  fields: readonly FieldMeta[]
  onEdit: () => void
  onRemove: () => void
}

/** Fields that alternatives speak of. */
function namesIn(where: Where): string[] {
  const inner = [...(where.any ?? []), ...(where.not ? [where.not] : [])]
  return [...fieldConditions(where).map(([name]) => name), ...inner.flatMap(namesIn)]
}

/** Alternatives, or what must not hold, as a sentence. */
function GroupChip({ part, fields, ...acts }: GroupChipProps) {
  const t = useT()
  const labels = [...new Set(namesIn(part))].map(
    (name) => fields.find((field) => field.name === name)?.label ?? name,
  )
  return (
    <Chip text={labels.join(t(', '))} {...acts}>
      <WhereWords where={part} fields={fields} />
    </Chip>
  )
}

/** Those that no quick filter shows, each with the part of the filter that it is. */
function useAsked(view: ListView, fields: FieldMeta[]) {
  const phone = usePhone()
  const { conditions } = view.state
  const quick = phone ? [] : quickFields(view.meta)
  const asked = partsOf(conditions).flatMap((part) => {
    const [[name, wanted] = []] = fieldConditions(part)
    const field = fields.find((one) => one.name === name)
    if (!field || wanted === undefined) return []
    const isShownAbove =
      quick.includes(field) && conditions[field.name] === wanted && isQuick(field, wanted)
    return isShownAbove ? [] : [{ part, field: ofPointer(field, conditions), wanted }]
  })
  const targets = asked.map(({ field }) => field.targetIn)
  return asked.filter(({ field }) => !targets.includes(field.name))
}

interface ChipsProps {
  view: ListView
  onEdit: () => void
}

export function ConditionChips({ view, onEdit }: ChipsProps) {
  const t = useT()
  const { entities } = useHouse()
  const { conditions } = view.state
  const fields = conditionFields(view.meta, entities)
  const chips = useAsked(view, fields)
  const parts = partsOf(conditions)
  const groups = parts.filter((part) => part.any !== undefined || part.not !== undefined)
  const set = (where: Where) => view.change({ where })
  const without = (gone: Where) => {
    const left = partsOf(conditions).filter((part) => JSON.stringify(part) !== JSON.stringify(gone))
    return allWhere(left)
  }
  if (chips.length + groups.length === 0 && !conditions.search && !conditions.behind) return null
  return (
    <div className="chips" aria-label={t('Filter conditions')} role="group">
      {chips.map(({ part, field, wanted }) => (
        <FieldChip
          key={JSON.stringify(part)}
          {...{ field, wanted, onEdit }}
          onRemove={() => set(withField(without(part), field.targetIn ?? '', undefined))}
        />
      ))}
      {groups.map((part) => (
        <GroupChip
          key={JSON.stringify(part)}
          {...{ part, fields, onEdit }}
          onRemove={() => set(without(part))}
        />
      ))}
      {conditions.search && (
        <Chip
          text={t('Search: {text}', { text: conditions.search })}
          onRemove={() => set(withField(conditions, 'search', undefined))}
        />
      )}
      {conditions.behind && (
        <FigureChip
          figure={conditions.behind}
          onRemove={() => set(withField(conditions, 'behind', undefined))}
        />
      )}
      <button
        type="button"
        className="chips-clear"
        onClick={() => view.change({ where: undefined })}
      >
        {t('Clear all')}
      </button>
    </div>
  )
}
