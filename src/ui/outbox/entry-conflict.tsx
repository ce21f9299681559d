/** Somebody else changed meanwhile what this entry changes: both versions, field by field. */
import type { EntityMeta, WireRow } from '#kernel/http/wire.ts'
import { useHouse } from '#ui/base/house.tsx'
import type { WriteIntent } from '#ui/base/write-intent.ts'
import { changedFields, sentValues, type Values } from '#ui/form/form-values.ts'
import { useForm } from '#ui/form/use-form.ts'
import { ConflictDialog } from '#ui/record/conflict-dialog.tsx'
import type { Entry, Known } from './entry.ts'

type Update = Extract<WriteIntent, { kind: 'update' }>

/** The change that met another one, and the record as it stands now; null for all else. */
export function conflictOf({ intent, refused }: Entry): { mine: Update; theirs: WireRow } | null {
  if (refused?.rule !== 'record.changed' || !refused.current) return null
  return intent.kind === 'update' ? { mine: intent, theirs: refused.current } : null
}

interface EntryConflictProps {
  entry: Entry
  mine: Update
  theirs: WireRow
  onReplace: (intent: WriteIntent, known: Known) => Promise<void>
  onDrop: () => Promise<void>
  onClose: () => void
}

export function EntryConflict(props: EntryConflictProps) {
  const entity = useHouse().entities[props.mine.entity]
  return entity ? <KnownConflict {...props} entity={entity} /> : null
}

function KnownConflict(props: EntryConflictProps & { entity: EntityMeta }) {
  const { entry, mine, entity, onReplace, onDrop, onClose } = props
  const base = entry.known.base ?? {}
  // What the answer leaves out (such as lines) is taken as unchanged.
  const theirs = { ...base, ...props.theirs }
  // Of a cell that was changed in a list only the columns of the list are known.
  const fields = entity.fields.filter(({ name }) => name in base || name in mine.values)
  const values = { ...base, ...mine.values }
  const form = useForm({ fields, base, values, titles: entry.known.titles ?? {} })
  const settle = async (chosen: Values) => {
    const changed = changedFields(fields, theirs, chosen, form.lineFields)
    const { version } = props.theirs
    const sent = sentValues(changed, chosen, form.lineFields)
    if (changed.length === 0) await onDrop()
    else await onReplace({ ...mine, version, values: sent }, { base: theirs, titles: form.titles })
    onClose()
  }
  return (
    <ConflictDialog
      form={form}
      theirs={theirs}
      onSettled={(chosen) => void settle(chosen)}
      onDiscard={() => void onDrop().then(onClose)}
      onLater={onClose}
    />
  )
}
