/** The rows of a table gathered by a field: bands with counts and sums, rows when one is opened. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import { Empty } from '#ui/base/empty.tsx'
import { useT } from '#ui/base/house.tsx'
import { usePhone } from '#ui/base/media.ts'
import { usePreferences } from '#ui/base/preferences-context.tsx'
import { problemWords } from '#ui/base/problem-words.ts'
import { Button } from 'antd'
import { useMemo, useRef, useState, type CSSProperties } from 'react'
import { tracksOf, totalWidth } from '../column-widths.ts'
import { bandGroups } from '../group.ts'
import { ListHead } from '../list-head.tsx'
import { useWidths } from '../list-table.tsx'
import { nothing, type Selection } from '../selection.ts'
import { useGroups } from '../use-groups.ts'
import type { ListView } from '../use-list-view.ts'
import { Band, type BandProps } from './band.tsx'
import './bands.css'
import { useBandKeys } from './use-band-keys.ts'

interface ListBandsProps {
  view: ListView
  field: FieldMeta
  selection: Selection
  onSelect: (selection: Selection) => void
}

const mostGroups = 200

/** Which bands are open, and the rows that they have loaded. */
function useOpened() {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const [loaded, setLoaded] = useState<ReadonlyMap<string, ListView['rows']>>(new Map())
  const toggle = (key: string) => {
    const next = new Set(opened)
    if (!next.delete(key)) next.add(key)
    setOpened(next)
  }
  const onLoaded: BandProps['onLoaded'] = (key, rows) => {
    if (loaded.get(key) !== rows) setLoaded((all) => new Map(all).set(key, rows))
  }
  const rows = [...opened].flatMap((key) => loaded.get(key) ?? [])
  return { opened, toggle, onLoaded, rows }
}

function TooMany({ view, text }: { view: ListView; text: string }) {
  const t = useT()
  return (
    <Empty title={t('These rows cannot be grouped')} text={text}>
      <Button onClick={() => view.change({ group: undefined })}>{t('Do not group')}</Button>
    </Empty>
  )
}

export function ListBands({ view, field, selection, onSelect }: ListBandsProps) {
  const t = useT()
  const phone = usePhone()
  const { locale } = usePreferences()
  const holder = useRef<HTMLDivElement>(null)
  const { meta, state } = view
  const figures = useGroups(view, field)
  const groups = useMemo(
    () => bandGroups(meta, field, figures.data?.groups ?? [], locale, t),
    [meta, field, figures.data, locale, t],
  )
  const { opened, toggle, onLoaded, rows } = useOpened()
  const [widths, setWidths] = useWidths(meta.name)
  useBandKeys(holder)
  if (figures.error) return <TooMany view={view} text={problemWords(figures.error, t)} />
  const style = {
    '--tracks': tracksOf(state.columns, meta.title, widths),
    minWidth: totalWidth(state.columns, meta.title, widths),
  } as CSSProperties
  const all = { ...nothing, ids: new Set(rows.map(({ id }) => id)) }
  const bands = groups.map((group) => (
    <Band
      key={`${field.name} ${group.key}`}
      view={view}
      group={group}
      isOpen={opened.has(group.key)}
      onToggle={() => toggle(group.key)}
      onLoaded={onLoaded}
      selection={selection}
      onSelect={onSelect}
    />
  ))
  const notice = groups.length === mostGroups && (
    <p className="list-more">{t('The {count} fullest groups are shown.', { count: mostGroups })}</p>
  )
  if (phone) {
    return (
      <div ref={holder} className="bands-phone">
        {bands}
        {notice}
      </div>
    )
  }
  return (
    <div className="list-scroll" ref={holder}>
      <div role="treegrid" aria-label={meta.label.many} className="list-grid" style={style}>
        <ListHead
          view={{ ...view, rows }}
          selection={selection}
          onTickAll={(isAll) => onSelect(isAll ? all : nothing)}
          widths={widths}
          onWidths={setWidths}
        />
        {bands}
      </div>
      {notice}
    </div>
  )
}
