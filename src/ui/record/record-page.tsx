/** One record: where it stands, what it says, what belongs to it, what happened to it. */
import type { ChainAnswer, EntityMeta, RecordAnswer } from '#kernel/http/wire.ts'
import { useEntity, useT } from '#ui/base/house.tsx'
import { Page } from '#ui/base/page.tsx'
import { useRecord } from '#ui/base/queries.ts'
import { Waiting } from '#ui/base/waiting.tsx'
import { refTitle } from '#ui/field/display.ts'
import { textOf } from '#ui/field/value/field-facts.ts'
import { useEffect, useState } from 'react'
import { Chain, useChain } from './chain.tsx'
import { DeletedNotice } from './deleted-notice.tsx'
import { RecordActions } from './record-actions.tsx'
import { RecordEdit } from './record-edit.tsx'
import { RecordView } from './record-view.tsx'
import { StateSteps } from './state-steps.tsx'
import './record.css'

export function RecordPage({ entity: name, id }: { entity: string; id: string }) {
  const entity = useEntity(name)
  const record = useRecord(name, id)
  const chain = useChain(entity, id)
  if (record.error && !record.data) throw record.error
  if (!record.data || chain.isLoading) return <Waiting />
  return <OpenRecord entity={entity} answer={record.data} chain={chain.data} />
}

interface OpenRecordProps {
  entity: EntityMeta
  answer: RecordAnswer
  chain: ChainAnswer | undefined
}

function OpenRecord({ entity, answer, chain }: OpenRecordProps) {
  /** Name of the field that editing began with; null while reading. */
  const [editing, edit] = useState<string | null>(null)
  const canEdit = answer.may.update && answer.deletedAt === null
  useEditKey(canEdit && editing === null, () => edit(''))
  const title = titleOfRecord(entity, answer)
  if (editing !== null) {
    return (
      <RecordEdit
        entity={entity}
        answer={answer}
        title={title}
        focus={editing}
        onDone={() => edit(null)}
      />
    )
  }
  return (
    <Page
      title={title}
      beside={<StateSteps entity={entity} row={answer.row} />}
      actions={
        answer.deletedAt === null && (
          <RecordActions entity={entity} answer={answer} onEdit={() => edit('')} />
        )
      }
    >
      <DeletedNotice entity={entity} answer={answer} />
      {chain && <Chain chain={chain} id={answer.row.id} />}
      <RecordView entity={entity} answer={answer} onEdit={canEdit ? edit : undefined} />
    </Page>
  )
}

/** `Order SO-202611-0382`; people and things go by their own name. */
export function titleOfRecord(entity: EntityMeta, { row, refs }: RecordAnswer) {
  const field = entity.fields.find(({ name }) => name === entity.title)
  const value = textOf(row[entity.title])
  const own = field?.target ? refTitle(field, value, refs) : value
  const isNumber = field?.kind === 'serial' || field?.target !== undefined
  return isNumber || own === '' ? <NumberedTitle label={entity.label.one} own={own} /> : own
}

function NumberedTitle({ label, own }: { label: string; own: string }) {
  const t = useT()
  return (
    <>
      {label} {own || t('(unnamed)')}
    </>
  )
}

/** The key E begins to edit, unless something is being typed. */
function useEditKey(isOn: boolean, onEdit: () => void): void {
  useEffect(() => {
    if (!isOn) return undefined
    const onKeyDown = (event: KeyboardEvent) => {
      const isBare = !event.ctrlKey && !event.metaKey && !event.altKey
      const { target } = event
      const isTyping =
        target instanceof HTMLElement && target.closest('input,textarea,select,[role=dialog]')
      if (event.key !== 'e' || !isBare || isTyping || event.isComposing) return
      event.preventDefault()
      onEdit()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  })
}
