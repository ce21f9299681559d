/** Above the rows: search in this list, the usual filters, more conditions, and the columns. */
import { useClearing } from '#ui/base/clearing.tsx'
import { useT } from '#ui/base/house.tsx'
import { usePhone } from '#ui/base/media.ts'
import { IconSearch } from '@tabler/icons-react'
import { Input } from 'antd'
import { useState } from 'react'
import { ColumnChooser } from './column-chooser.tsx'
import { ConditionChips } from './condition-chips.tsx'
import { ConditionButton } from './condition-button.tsx'
import { GroupChooser } from './group-chooser.tsx'
import { listSearchId } from './list-search-id.ts'
import { useTypedSearch } from './typed-search.ts'
import { QuickFilters } from './quick-filters.tsx'
import { SortButton } from './sort-button.tsx'
import type { ListView } from './use-list-view.ts'

function SearchField({ view }: { view: ListView }) {
  const t = useT()
  const search = useTypedSearch(view)
  return (
    <Input
      id={listSearchId}
      className="list-search"
      allowClear={useClearing()}
      prefix={<IconSearch size={16} stroke={1.7} aria-hidden />}
      aria-label={t('Search in this list')}
      placeholder={t('Search in this list')}
      {...search}
    />
  )
}

/** Where the rows stand by day or place, no order of theirs is seen. */
function Arrangement({ view }: { view: ListView }) {
  const phone = usePhone()
  const { shape } = view.state
  if (shape === 'map') return null
  if (!phone) return <ColumnChooser view={view} />
  return shape === 'calendar' ? null : <SortButton view={view} />
}

export function ListTools({ view }: { view: ListView }) {
  const phone = usePhone()
  const [isEditing, edit] = useState(false)
  return (
    <div className="list-tools-box" data-tour="list">
      <div className="list-tools">
        <SearchField view={view} />
        {!phone && <QuickFilters view={view} />}
        <ConditionButton view={view} isOpen={isEditing} onOpen={edit} />
        <GroupChooser view={view} />
        <Arrangement view={view} />
      </div>
      <ConditionChips view={view} onEdit={() => edit(true)} />
    </div>
  )
}
