/** A record that was made without a connection: as it will be sent, and what waits behind it. */
import type { EntityMeta, RecordAnswer } from '#kernel/http/wire.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { Page } from '#ui/base/page.tsx'
import { useRecord } from '#ui/base/queries.ts'
import { Waiting } from '#ui/base/waiting.tsx'
import { blocksOf } from '#ui/form/form-layout.ts'
import type { FieldsBlock, LinesBlock } from '#ui/form/form-layout.ts'
import { joinedTitles } from '#ui/form/titles.ts'
import { EntryList } from '#ui/outbox/entry-list.tsx'
import { useOutbox } from '#ui/outbox/outbox.ts'
import { RecordWaiting } from '#ui/outbox/record-waiting.tsx'
import { Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import { CommentBox } from './comment-box.tsx'
import { useLineTabs } from './line-tabs.tsx'
import { RecordFields } from './record-fields.tsx'
import { RecordTabs } from './record-tabs.tsx'
import { titleOfRecord } from './record-title.tsx'

/** Once it is sent, its own page takes the place of this one. */
export function WaitingRecord({ entity, id }: { entity: EntityMeta; id: string }) {
  const real = useOutbox().ids.get(id)
  const record = useRecord(entity.name, id)
  if (real !== undefined) {
    return <Navigate replace to="/record/$entity/$id" params={{ entity: entity.name, id: real }} />
  }
  if (record.error && !record.data) throw record.error
  if (!record.data) return <Waiting />
  return <Unsent entity={entity} answer={record.data} />
}

function Unsent({ entity, answer: kept }: { entity: EntityMeta; answer: RecordAnswer }) {
  const t = useT()
  const { user } = useHouse()
  // A new record names its maker, whose name nothing was asked for.
  const mine = { user: { [user.id]: { title: user.name } } }
  const answer = { ...kept, refs: joinedTitles(mine, kept.refs) }
  const { id } = answer.row
  const [open, setOpen] = useState('')
  const blocks = blocksOf(entity)
  const fields = blocks.filter((block): block is FieldsBlock => block.kind === 'fields')
  const lines = blocks.filter((block): block is LinesBlock => block.kind === 'lines')
  const tabs = useLineTabs(lines, answer)
  const own = useOutbox().entries.filter(({ temporary }) => temporary === id)
  const mayComment = useHouse().entities['comment']?.may.create ?? false
  return (
    <Page
      title={titleOfRecord(entity, answer)}
      beside={<span className="outbox-mark">{t('Not sent yet')}</span>}
    >
      <section className="panel" aria-label={t('Not sent yet')}>
        <EntryList entries={own} isHere />
      </section>
      <RecordFields entity={entity} answer={answer} blocks={fields} onEdit={undefined} />
      <RecordTabs label={entity.label.one} tabs={tabs} open={open} onOpen={setOpen} />
      {mayComment && (
        <section className="panel outbox-comment" aria-label={t('Comments')}>
          <CommentBox entity={entity.name} id={id} />
        </section>
      )}
      <RecordWaiting entity={entity.name} id={id} />
    </Page>
  )
}
