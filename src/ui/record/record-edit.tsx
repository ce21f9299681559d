/** Changes a record: drafts, checks, and both versions side by side where two people changed it. */
import type { EntityMeta, RecordAnswer, WireRow } from '#kernel/http/wire.ts'
import { ApiProblem } from '#ui/base/api.ts'
import { useT } from '#ui/base/house.tsx'
import { Page } from '#ui/base/page.tsx'
import { useWrite, type Written } from '#ui/base/queries.ts'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { DraftNotice } from '#ui/form/draft-notice.tsx'
import { EntityForm } from '#ui/form/entity-form.tsx'
import { changedFields, sentValues } from '#ui/form/form-values.ts'
import type { Values } from '#ui/form/form-values.ts'
import { ProblemNotice } from '#ui/form/problem-notice.tsx'
import { SaveKeys } from '#ui/form/save-keys.tsx'
import { useDrafting, useKeptDraft } from '#ui/form/use-draft.ts'
import type { KeptDraft } from '#ui/form/use-draft.ts'
import { useForm } from '#ui/form/use-form.ts'
import type { Form, FormStart } from '#ui/form/use-form.ts'
import { useSave } from '#ui/form/use-save.ts'
import { waitsWords } from '#ui/outbox/waits-words.ts'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { ConflictDialog } from './conflict-dialog.tsx'
import { StateSteps } from './state-steps.tsx'

interface RecordEditProps {
  entity: EntityMeta
  answer: RecordAnswer
  title: ReactNode
  focus: string
  onDone: () => void
}

interface Begin extends FormStart {
  version: number
}

export function RecordEdit(props: RecordEditProps) {
  const { entity, answer } = props
  const draft = useKeptDraft(entity.name, answer.row.id)
  const loaded: Begin = {
    fields: entity.fields,
    base: answer.row,
    titles: answer.refs,
    version: answer.row.version,
  }
  const [begin, setBegin] = useState(loaded)
  const [count, restart] = useState(0)
  const beginWith = (next: Partial<Begin>) => {
    setBegin({ ...begin, ...next })
    restart(count + 1)
  }
  const takeUp = () => {
    if (!draft.offered) return
    const { base, values, titles, version = begin.version } = draft.offered
    beginWith({ base, values, titles, version })
    draft.takeUp()
  }
  return (
    <EditForm
      key={count}
      {...props}
      begin={begin}
      draft={draft}
      onTakeUp={takeUp}
      onSettled={(base, values) => beginWith({ base, values, version: base.version })}
    />
  )
}

interface EditFormProps extends RecordEditProps {
  begin: Begin
  draft: KeptDraft
  onTakeUp: () => void
  /** Go on with their version as the base and the chosen values over it. */
  onSettled: (base: WireRow, values: Values) => void
}

function EditForm(props: EditFormProps) {
  const t = useT()
  const { entity, answer, begin, draft } = props
  const form = useForm(begin)
  const saved = useDrafting(draft.name, form, begin.version)
  const { save, isSaving, problem } = useSave<Written>(form)
  const [theirs, setTheirs] = useState<WireRow | null>(null)
  const send = useSend(entity, answer.row.id, begin, form)
  const { showDone } = useUndoMessage()
  const cancel = () => {
    saved()
    props.onDone()
  }
  const submit = async () => {
    const done = await save((values) => send(values, setTheirs))
    if (!done) return
    saved()
    showDone(done.waits ? waitsWords(t) : t('Saved'), done.operation)
    props.onDone()
  }
  const conflict = problem?.problem.rule === 'record.changed' ? theirs : null
  return (
    <Page
      title={props.title}
      beside={<StateSteps entity={entity} row={answer.row} />}
      actions={
        <>
          <Button onClick={cancel}>{t('Cancel')}</Button>
          <Button
            type="primary"
            icon={<IconDeviceFloppy size={16} aria-hidden />}
            loading={isSaving}
            onClick={submit}
          >
            {t('Save')}
          </Button>
        </>
      }
    >
      <SaveKeys onSave={submit}>
        <DraftNotice draft={draft} onTakeUp={props.onTakeUp} />
        {!conflict && <ProblemNotice problem={problem} />}
        <EntityForm entity={entity} form={form} locked={answer.locked} focus={props.focus} />
      </SaveKeys>
      {conflict && (
        <ConflictDialog
          form={form}
          theirs={conflict}
          onSettled={(values) => props.onSettled(conflict, values)}
          onDiscard={cancel}
        />
      )}
    </Page>
  )
}

/** Sends what was changed; a version that somebody else changed is handed to `onTheirs`. */
function useSend(entity: EntityMeta, id: string, begin: Begin, { lineFields, titles }: Form) {
  const write = useWrite({ mayWait: true })
  return async (values: Values, onTheirs: (row: WireRow) => void): Promise<Written> => {
    const changed = changedFields(entity.fields, begin.base, values, lineFields)
    if (changed.length === 0) return {}
    const sent = sentValues(changed, values, lineFields)
    const { version } = begin
    try {
      const intent = { kind: 'update' as const, entity: entity.name, id, version, values: sent }
      return await write.mutateAsync({ ...intent, known: { base: begin.base, titles } })
    } catch (error) {
      // What the answer leaves out (such as lines) is taken as unchanged.
      const current = error instanceof ApiProblem ? error.problem.current : undefined
      if (current) onTheirs({ ...begin.base, ...current })
      throw error
    }
  }
}
