/** The list of any entity: tabs, search, filters, table or cards, what to do with many at once. */
import type { EntityMeta } from '#kernel/http/wire.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { useKeySheet } from '#ui/base/keys.tsx'
import { usePhone } from '#ui/base/media.ts'
import { Page } from '#ui/base/page.tsx'
import { ListWaiting } from '#ui/outbox/list-waiting.tsx'
import { Failure, NotFound } from '#ui/shell/failure.tsx'
import { RunStrip } from '#ui/run/run-strip.tsx'
import { useState } from 'react'
import { BulkBar } from './bulk-bar.tsx'
import './list.css'
import './list-phone.css'
import { ListActions } from './list-actions.tsx'
import { ListBeside } from './list-beside.tsx'
import { ListBody } from './list-body.tsx'
import type { ListSearch } from './list-search.ts'
import { listKeyLines } from './list-key-lines.ts'
import { ListTabs } from './list-tabs.tsx'
import { ListTools } from './list-tools.tsx'
import { ShapeChooser } from './shape-chooser.tsx'
import { nothing, type Selection } from './selection.ts'
import { useListView } from './use-list-view.ts'

interface ListPageProps {
  entity: string
  search: ListSearch
}

export function ListPage({ entity, search }: ListPageProps) {
  const meta: EntityMeta | undefined = useHouse().entities[entity]
  return meta ? <KnownList entity={entity} search={search} /> : <NotFound />
}

function KnownList({ entity, search }: ListPageProps) {
  const phone = usePhone()
  const view = useListView(entity, search)
  const [selection, select] = useState<Selection>(() => toMerge(search))
  useKeySheet(view.meta.label.many, listKeyLines(view, useT()))
  const hasSelection = selection.all || selection.ids.size > 0
  return (
    <Page
      fills
      title={view.meta.label.many}
      beside={
        <>
          <ShapeChooser view={view} />
          <ListBeside view={view} />
        </>
      }
      actions={<ListActions view={view} />}
    >
      <div className="list-panel">
        <ListTabs view={view} />
        <ListTools view={view} />
        <ListWaiting entity={entity} />
        <RunStrip entity={entity} />
        {view.error ? (
          <Failure error={view.error} reset={view.again} />
        ) : (
          <ListBody view={view} selection={selection} onSelect={select} phone={phone} />
        )}
        {hasSelection && <BulkBar view={view} selection={selection} onSelect={select} />}
      </div>
    </Page>
  )
}

/** A link may lead here to make one of some records: they are ticked. */
function toMerge({ merge, where }: ListSearch): Selection {
  const ids = merge ? where?.['id'] : undefined
  return Array.isArray(ids) ? { ...nothing, ids: new Set(ids.map(String)) } : nothing
}
