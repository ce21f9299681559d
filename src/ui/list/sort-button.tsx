/** The order of the cards on the phone, where there are no headings: up to three fields. */
import { useT } from '#ui/base/house.tsx'
import { IconArrowsSort, IconSortAscending, IconSortDescending } from '@tabler/icons-react'
import { Button, Drawer, Select } from 'antd'
import { useState } from 'react'
import { mostSortKeys, sortKeysOf, sortOfKeys, type SortKey } from './sort-keys.ts'
import type { ListView } from './use-list-view.ts'

interface LineProps {
  label: string
  chosen: SortKey | undefined
  options: { value: string; label: string }[]
  onChange: (key: SortKey | undefined) => void
}

function SortLine({ label, chosen, options, onChange }: LineProps) {
  const t = useT()
  const Mark = chosen?.down ? IconSortDescending : IconSortAscending
  return (
    <div className="sort-line">
      <Select
        className="grow"
        aria-label={label}
        placeholder={label}
        value={chosen?.field ?? null}
        options={[{ value: '', label: '—' }, ...options]}
        onChange={(field: string) =>
          onChange(field === '' ? undefined : { field, down: chosen?.down ?? false })
        }
      />
      <Button
        disabled={!chosen}
        aria-label={chosen?.down ? t('Downwards') : t('Upwards')}
        icon={<Mark size={18} stroke={1.6} aria-hidden />}
        onClick={() => chosen && onChange({ ...chosen, down: !chosen.down })}
      />
    </div>
  )
}

function SortSheet({ view }: { view: ListView }) {
  const t = useT()
  const { state, meta } = view
  const keys = sortKeysOf(state.sort)
  const sortable = meta.fields.filter(({ name, sortable: is }) => {
    const isShown = state.columns.some((column) => column.name === name)
    return is && (isShown || keys.some(({ field }) => field === name))
  })
  const put = (at: number, key: SortKey | undefined) => {
    const next = key ? keys.toSpliced(at, 1, key) : keys.toSpliced(at, 1)
    view.change({ sort: sortOfKeys(next) || undefined })
  }
  const labels = [t('Sort by'), t('Then by'), t('Then by')]
  const lines = Math.min(keys.length + 1, mostSortKeys)
  return (
    <div className="sort-sheet">
      {labels.slice(0, lines).map((label, at) => (
        <SortLine
          // oxlint-disable-next-line react/no-array-index-key -- the place is what it stands for
          key={at}
          label={label}
          chosen={keys[at]}
          options={sortable
            .filter(({ name }) => !keys.some(({ field }, other) => other !== at && field === name))
            .map(({ name, label: text }) => ({ value: name, label: text }))}
          onChange={(key) => put(at, key)}
        />
      ))}
      <Button type="text" onClick={() => view.change({ sort: undefined })}>
        {t('As usual')}
      </Button>
    </div>
  )
}

export function SortButton({ view }: { view: ListView }) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  if (!view.state.columns.some(({ sortable }) => sortable)) return null
  return (
    <>
      <Button
        aria-label={t('Sort order')}
        aria-expanded={isOpen}
        icon={<IconArrowsSort size={18} stroke={1.6} aria-hidden />}
        onClick={() => setOpen(true)}
      />
      <Drawer
        open={isOpen}
        onClose={() => setOpen(false)}
        placement="bottom"
        title={t('Sort order')}
        destroyOnHidden
      >
        <SortSheet view={view} />
      </Drawer>
    </>
  )
}
