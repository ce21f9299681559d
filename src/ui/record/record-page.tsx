/** One record: where it stands, what it says, what belongs to it, what happened to it. */
import type { ChainAnswer, EntityMeta, RecordAnswer } from '#kernel/http/wire.ts'
import { useEntity, useT } from '#ui/base/house.tsx'
import { useKeySheet } from '#ui/base/keys.tsx'
import { useBareKey } from '#ui/base/use-bare-key.ts'
import { Page } from '#ui/base/page.tsx'
import { useRecord } from '#ui/base/queries.ts'
import { Waiting } from '#ui/base/waiting.tsx'
import { RecordWaiting } from '#ui/outbox/record-waiting.tsx'
import { isTemporary } from '#ui/outbox/temporary.ts'
import { useState } from 'react'
import { Chain, useChain } from './chain.tsx'
import { DeletedNotice } from './deleted-notice.tsx'
import { NeighbourSteps } from './neighbour-steps.tsx'
import { RecordActions } from './record-actions.tsx'
import { RecordEdit } from './record-edit.tsx'
import { titleOfRecord } from './record-title.tsx'
import { RecordView } from './record-view.tsx'
import { StateSteps } from './state-steps.tsx'
import { WaitingRecord } from './waiting-record.tsx'
import './record.css'

export function RecordPage({ entity: name, id }: { entity: string; id: string }) {
  const entity = useEntity(name)
  if (isTemporary(id)) return <WaitingRecord entity={entity} id={id} />
  return <SentRecord entity={entity} id={id} />
}

function SentRecord({ entity, id }: { entity: EntityMeta; id: string }) {
  const record = useRecord(entity.name, id)
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
  const t = useT()
  useBareKey('e', canEdit && editing === null, () => edit(''))
  useKeySheet(
    entity.label.one,
    editing === null && canEdit ? [{ keys: ['e'], what: t('Edit the record') }] : [],
  )
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
      beside={
        <>
          <StateSteps entity={entity} row={answer.row} />
          <NeighbourSteps entity={entity.name} id={answer.row.id} />
        </>
      }
      actions={
        answer.deletedAt === null && (
          <RecordActions entity={entity} answer={answer} onEdit={() => edit('')} />
        )
      }
    >
      <DeletedNotice entity={entity} answer={answer} />
      <RecordWaiting entity={entity.name} id={answer.row.id} />
      {chain && <Chain chain={chain} id={answer.row.id} />}
      <RecordView entity={entity} answer={answer} onEdit={canEdit ? edit : undefined} />
    </Page>
  )
}
