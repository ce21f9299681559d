/** Above the rows: search in this list, the usual filters, more conditions, and the columns. */
import { useClearing } from '#ui/base/clearing.tsx'
import { useT } from '#ui/base/house.tsx'
import { usePhone } from '#ui/base/media.ts'
import { IconSearch } from '@tabler/icons-react'
import { Input } from 'antd'
import { ColumnChooser } from './column-chooser.tsx'
import { ConditionChips } from './condition-chips.tsx'
import { ConditionButton } from './condition-button.tsx'
import { listSearchId } from './list-search-id.ts'
import { useTypedSearch } from './typed-search.ts'
import { QuickFilters } from './quick-filters.tsx'
import { SortButton } from './sort-button.tsx'
import type { ListView } from './use-list-view.ts'

function SearchField({ view }: { view: ListView }) {
  const t = useT()
  const [typed, setTyped] = useTypedSearch(view)
  return (
    <Input
      id={listSearchId}
      className="list-search"
      allowClear={useClearing()}
      prefix={<IconSearch size={16} stroke={1.7} aria-hidden />}
      aria-label={t('Search in this list')}
      placeholder={t('Search in this list')}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}

export function ListTools({ view }: { view: ListView }) {
  const phone = usePhone()
  return (
    <div className="list-tools-box">
      <div className="list-tools">
        <SearchField view={view} />
        {!phone && <QuickFilters view={view} />}
        <ConditionButton view={view} />
        {phone ? <SortButton view={view} /> : <ColumnChooser view={view} />}
      </div>
      <ConditionChips view={view} />
    </div>
  )
}
