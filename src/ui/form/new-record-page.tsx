/** A page to enter a new record: empty, brought along by a link, or as a copy of another. */
import type { RecordAnswer, RefTitles } from '#kernel/http/wire.ts'
import { useEntity, useHouse, useT } from '#ui/base/house.tsx'
import { usePhone } from '#ui/base/media.ts'
import { Page } from '#ui/base/page.tsx'
import { useRecord, useWrite, type Written } from '#ui/base/queries.ts'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { Waiting } from '#ui/base/waiting.tsx'
import { waitsWords } from '#ui/outbox/waits-words.ts'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { copiedValues } from './copied-values.ts'
import { DraftNotice } from './draft-notice.tsx'
import { DuplicatesNotice } from './duplicates-notice.tsx'
import { EntityForm } from './entity-form.tsx'
import { sentValues, startValues } from './form-values.ts'
import type { Values } from './form-values.ts'
import { ProblemNotice } from './problem-notice.tsx'
import { SaveKeys } from './save-keys.tsx'
import { useDrafting, useKeptDraft } from './use-draft.ts'
import type { KeptDraft } from './use-draft.ts'
import { useForm } from './use-form.ts'
import type { FormStart } from './use-form.ts'
import { useSave } from './use-save.ts'

interface NewRecordPageProps {
  entity: string
  /** Values to begin with; `$copyOf` names a record to copy. */
  prefill: Record<string, unknown>
}

export function NewRecordPage({ entity, prefill }: NewRecordPageProps) {
  const copyOf = prefill['$copyOf']
  if (typeof copyOf === 'string') return <CopyPage entity={entity} id={copyOf} />
  return <StartedPage entity={entity} prefill={prefill} titles={{}} />
}

function CopyPage({ entity, id }: { entity: string; id: string }) {
  const { fields } = useEntity(entity)
  const { entities } = useHouse()
  const source = useRecord(entity, id)
  if (source.error) throw source.error
  if (!source.data) return <Waiting />
  const { row, refs }: RecordAnswer = source.data
  return <StartedPage entity={entity} prefill={copiedValues(fields, row, entities)} titles={refs} />
}

function StartedPage(props: { entity: string; prefill: Values; titles: RefTitles }) {
  const { fields, name } = useEntity(props.entity)
  const draft = useKeptDraft(name, `new${JSON.stringify(props.prefill)}`)
  const [taken, take] = useState(false)
  const [count, next] = useState(0)
  const kept = taken ? draft.offered : null
  const base = startValues(fields, props.prefill)
  const titles = kept?.titles ?? props.titles
  const start = { fields, base, titles, ...(kept && { values: kept.values }) }
  return (
    <NewForm
      key={`${taken} ${count}`}
      entity={name}
      start={start}
      draft={draft}
      isOffered={!taken}
      onTakeUp={() => take(true)}
      onNext={() => {
        draft.discard()
        take(false)
        next(count + 1)
      }}
    />
  )
}

interface NewFormProps {
  entity: string
  start: FormStart
  draft: KeptDraft
  isOffered: boolean
  onTakeUp: () => void
  /** Saved, and another one is to be entered. */
  onNext: () => void
}

function NewForm(props: NewFormProps) {
  const t = useT()
  const phone = usePhone()
  const entity = useEntity(props.entity)
  const form = useForm(props.start)
  const saved = useDrafting(props.draft.name, form)
  const { save, isSaving, problem } = useSave<Written>(form)
  const navigate = useNavigate()
  const router = useRouter()
  const { showDone } = useUndoMessage()
  const write = useWrite({ mayWait: true })
  const create = (values: Values) => {
    const { name } = entity
    const known = { titles: form.titles }
    return write.mutateAsync({ kind: 'create', entity: name, values, known })
  }
  const submit = async (another: boolean) => {
    const made = await save((values) => create(sentValues(form.fields, values, form.lineFields)))
    if (made === null) return
    saved()
    if (made.waits) showDone(waitsWords(t))
    const id = made.row?.id ?? ''
    if (another) props.onNext()
    else await navigate({ to: '/record/$entity/$id', params: { entity: entity.name, id } })
  }
  const actions = (
    <>
      <Button onClick={() => router.history.back()}>{t('Cancel')}</Button>
      {!phone && (
        <Button disabled={isSaving} onClick={() => submit(true)}>
          {t('Save and enter another')}
        </Button>
      )}
      <Button
        type="primary"
        icon={<IconDeviceFloppy size={16} aria-hidden />}
        loading={isSaving}
        onClick={() => submit(false)}
      >
        {t('Save')}
      </Button>
    </>
  )
  return (
    <Page title={t('New {entity}', { entity: entity.label.one })} actions={actions}>
      <SaveKeys onSave={() => submit(false)}>
        {props.isOffered && <DraftNotice draft={props.draft} onTakeUp={props.onTakeUp} />}
        <ProblemNotice problem={problem} />
        {entity.duplicates && <DuplicatesNotice entity={entity} values={form.values} />}
        <EntityForm entity={entity} form={form} isNew />
      </SaveKeys>
    </Page>
  )
}
