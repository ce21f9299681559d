/** The conditions in force as chips, in words; each can be taken away. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import type { FieldWhere, Where } from '#kernel/query/where.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { usePhone } from '#ui/base/media.ts'
import { conditionText } from '#ui/field/condition-text.ts'
import { useTitles } from '#ui/field/filter-ref.tsx'
import { useReader } from '#ui/field/use-reader.ts'
import { fieldConditions, withField } from '#ui/field/where.ts'
import { IconX } from '@tabler/icons-react'
import { conditionFields, ofPointer, withoutField } from './condition-fields.ts'
import { isQuick, quickFields } from './quick-choice.ts'
import type { ListView } from './use-list-view.ts'

function valuesOf(wanted: FieldWhere): unknown[] {
  if (Array.isArray(wanted)) return [...(wanted as unknown[])]
  if (typeof wanted !== 'object' || wanted === null) return [wanted]
  const not = (wanted as { not?: unknown }).not
  return Array.isArray(not) ? not : [not]
}

function useConditionText(field: FieldMeta, wanted: FieldWhere): string {
  const t = useT()
  const reader = useReader()
  const titles = useTitles(field, field.target ? valuesOf(wanted) : [])
  return conditionText(field, wanted, { t, reader, titles })
}

function Chip({ text, onRemove }: { text: string; onRemove: () => void }) {
  const t = useT()
  return (
    <span className="chip">
      <span className="clip">{text}</span>
      <button
        type="button"
        className="chip-remove"
        aria-label={t('Remove: {name}', { name: text })}
        onClick={onRemove}
      >
        <IconX size={14} stroke={1.8} aria-hidden />
      </button>
    </span>
  )
}

interface FieldChipProps {
  field: FieldMeta
  wanted: FieldWhere
  onRemove: () => void
}

function FieldChip({ field, wanted, onRemove }: FieldChipProps) {
  return <Chip text={useConditionText(field, wanted)} onRemove={onRemove} />
}

/** One alternative in words: its conditions beside each other. */
function useAlternativeCount(where: Where): number {
  return (where.any?.length ?? 0) + (where.not ? 1 : 0)
}

export function ConditionChips({ view }: { view: ListView }) {
  const t = useT()
  const phone = usePhone()
  const { entities } = useHouse()
  const { conditions } = view.state
  const others = useAlternativeCount(conditions)
  const quick = phone ? [] : quickFields(view.meta)
  const fields = conditionFields(view.meta, entities)
  const asked = fieldConditions(conditions).flatMap(([name, wanted]) => {
    const field = fields.find((one) => one.name === name)
    const isShownAbove = field && quick.includes(field) && isQuick(field, wanted)
    return field && !isShownAbove ? [{ field: ofPointer(field, conditions), wanted }] : []
  })
  const targets = asked.map(({ field }) => field.targetIn)
  const chips = asked.filter(({ field }) => !targets.includes(field.name))
  const set = (where: Where) => view.change({ where })
  if (chips.length + others === 0 && !conditions.search) return null
  const { any: _any, not: _not, search: _search, ...plain } = conditions
  return (
    <div className="chips" aria-label={t('Filter conditions')} role="group">
      {chips.map(({ field, wanted }) => (
        <FieldChip
          key={field.name}
          field={field}
          wanted={wanted}
          onRemove={() => set(withoutField(conditions, field))}
        />
      ))}
      {conditions.search && (
        <Chip
          text={t('Search: {text}', { text: conditions.search })}
          onRemove={() => set(withField(conditions, 'search', undefined))}
        />
      )}
      {others > 0 && (
        <Chip
          text={t('{count, plural, one {# further condition} other {# further conditions}}', {
            count: others,
          })}
          onRemove={() => set(plain)}
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
