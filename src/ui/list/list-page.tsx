/** The list of any entity: tabs, search, filters, table or cards, what to do with many at once. */
import type { EntityMeta } from '#kernel/http/wire.ts'
import { useHouse } from '#ui/base/house.tsx'
import { usePhone } from '#ui/base/media.ts'
import { Page } from '#ui/base/page.tsx'
import { Failure, NotFound } from '#ui/shell/failure.tsx'
import { useState } from 'react'
import { BulkBar } from './bulk-bar.tsx'
import { KeyHelp } from './key-help.tsx'
import './list.css'
import './list-phone.css'
import { ListActions } from './list-actions.tsx'
import { ListBeside } from './list-beside.tsx'
import { ListBody } from './list-body.tsx'
import type { ListSearch } from './list-search.ts'
import { ListTabs } from './list-tabs.tsx'
import { ListTools } from './list-tools.tsx'
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
  const [selection, select] = useState<Selection>(nothing)
  const [helpIsOpen, openHelp] = useState(false)
  const hasSelection = selection.all || selection.ids.size > 0
  return (
    <Page
      fills
      title={view.meta.label.many}
      beside={<ListBeside view={view} />}
      actions={<ListActions view={view} onHelp={() => openHelp(true)} />}
    >
      <div className="list-panel">
        <ListTabs view={view} />
        <ListTools view={view} />
        {view.error ? (
          <Failure error={view.error} reset={view.again} />
        ) : (
          <ListBody
            view={view}
            selection={selection}
            onSelect={select}
            onHelp={() => openHelp(true)}
            phone={phone}
          />
        )}
        {hasSelection && <BulkBar view={view} selection={selection} onSelect={select} />}
      </div>
      {helpIsOpen && <KeyHelp onClose={() => openHelp(false)} />}
    </Page>
  )
}
