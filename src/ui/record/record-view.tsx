/** A record for reading: its fields, then its lines, related lists, files and timeline in tabs. */
import type { EntityMeta, RecordAnswer } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { useMedia } from '#ui/base/media.ts'
import { blocksOf } from '#ui/form/form-layout.ts'
import type { Block, FieldsBlock, LinesBlock } from '#ui/form/form-layout.ts'
import { useMemo, useState } from 'react'
import { Footprint } from './footprint.tsx'
import { RecordOverview } from './overview.tsx'
import { RecordFields } from './record-fields.tsx'
import { RecordTabs } from './record-tabs.tsx'
import type { Tab } from './record-tabs.tsx'
import { Timeline } from './timeline.tsx'
import { useFilesTab } from './files.tsx'
import { useLineTabs } from './line-tabs.tsx'
import { MakeButton, useRelatedTabs } from './related-tabs.tsx'

interface RecordViewProps {
  entity: EntityMeta
  answer: RecordAnswer
  /** Begins to edit at the named field; absent where nothing may be changed. */
  onEdit: ((field: string) => void) | undefined
}

export function RecordView({ entity, answer, onEdit }: RecordViewProps) {
  const t = useT()
  const blocks = useMemo(() => blocksOf(entity), [entity])
  const lines = blocks.filter((block): block is LinesBlock => block.kind === 'lines')
  const isWide = useMedia('(min-width: 1180px)')
  const isBeside = isWide && lines.length === 0
  const timeline = <Timeline entity={entity} id={answer.row.id} />
  const related = useRelatedTabs(entity, answer.row.id)
  const tabs: Tab[] = [
    ...useLineTabs(lines, answer),
    ...related.tabs,
    ...useFilesTab(entity, answer.row.id),
    ...(isBeside ? [] : [{ key: 'timeline', label: t('Timeline'), body: timeline }]),
  ]
  const [open, setOpen] = useState('')
  const { above, below } = aroundLines(blocks)
  const main = (
    <div className="record-main">
      <RecordOverview entity={entity} answer={answer} />
      <RecordFields entity={entity} answer={answer} blocks={above} onEdit={onEdit} />
      <RecordTabs
        label={entity.label.one}
        tabs={tabs}
        open={open}
        onOpen={setOpen}
        tools={<MakeButton makers={related.makers} />}
      />
      <RecordFields entity={entity} answer={answer} blocks={below} onEdit={onEdit} />
      <Footprint row={answer.row} refs={answer.refs} />
    </div>
  )
  if (!isBeside) return main
  return (
    <div className="record-columns">
      {main}
      <aside className="panel record-aside" aria-label={t('Timeline')}>
        {timeline}
      </aside>
    </div>
  )
}

/** What the form names before the lines stands above them, the rest below. */
function aroundLines(blocks: readonly Block[]): { above: FieldsBlock[]; below: FieldsBlock[] } {
  const at = blocks.findIndex(({ kind }) => kind === 'lines')
  const isFields = (block: Block) => block.kind === 'fields'
  if (at < 0) return { above: blocks.filter(isFields), below: [] }
  return { above: blocks.slice(0, at).filter(isFields), below: blocks.slice(at).filter(isFields) }
}
