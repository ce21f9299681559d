/** One band: name, count and sums of its rows; opened, the rows themselves. */
import { useT } from '#ui/base/house.tsx'
import { usePhone } from '#ui/base/media.ts'
import { Dot } from '#ui/field/cell-choice.tsx'
import { bothWhere } from '#ui/field/where.ts'
import { useListPages } from '#ui/base/queries.ts'
import { IconChevronRight } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useMemo } from 'react'
import { cardOf } from '../card-fields.ts'
import type { Group } from '../group.ts'
import { countText } from '#ui/base/count-text.ts'
import { useSumText } from '../list-beside.tsx'
import { Card } from '../list-cards.tsx'
import { ListRow } from '../list-row.tsx'
import { fieldNamed } from '../list-state.ts'
import { rowHeights } from '../list-table.tsx'
import { extended, isSelected, toggled, type Selection } from '../selection.ts'
import { joinedRefs, neededColumns, type ListView } from '../use-list-view.ts'
import { usePreferences } from '#ui/base/preferences-context.tsx'

export interface BandProps {
  view: ListView
  group: Group
  isOpen: boolean
  onToggle: () => void
  onLoaded: (key: string, rows: ListView['rows']) => void
  selection: Selection
  onSelect: (selection: Selection) => void
}

const pageSize = 60

/** Each sum under the column that it sums up; those without a column stand beside the name. */
function useBandSums({ view, group }: BandProps) {
  const sumText = useSumText()
  const sums = Object.entries(group.sums ?? {}).flatMap(([name, sum]) => {
    const field = fieldNamed(view.meta, name)
    const at = view.state.columns.findIndex((column) => column.name === name)
    return field ? [{ name, label: field.label, text: sumText(field, sum), at }] : []
  })
  return { under: sums.filter(({ at }) => at > 0), beside: sums.filter(({ at }) => at <= 0) }
}

function BandHead(props: BandProps) {
  const { group, isOpen, onToggle, view } = props
  const { under, beside } = useBandSums(props)
  const phone = usePhone()
  const shownUnder = phone ? [] : under
  const texts = (phone ? [...under, ...beside] : beside).map(
    ({ label, text }) => `${label} ${text}`,
  )
  // Amounts in several currencies need more room than the column below them has.
  const begins = shownUnder.map(({ at }, index) =>
    Math.max(at - 1, (shownUnder[index - 1]?.at ?? 0) + 1),
  )
  const first = Math.min(...begins, view.state.columns.length)
  const [row, cell] = phone ? [] : (['row', 'gridcell'] as const)
  return (
    <div
      className="list-row list-band"
      {...(row && { role: row, 'aria-level': 1, 'aria-expanded': isOpen })}
    >
      <div role={cell} className="list-band-name" style={{ gridColumn: `1 / ${first + 2}` }}>
        <button
          type="button"
          className="list-band-open"
          data-stop
          aria-expanded={isOpen}
          onClick={onToggle}
        >
          <IconChevronRight size={15} stroke={1.8} aria-hidden />
          {group.tone ? (
            <Dot tone={group.tone} label={group.label} />
          ) : (
            <span className="clip">{group.label}</span>
          )}
          <span className="count">{countText({ value: group.count ?? 0, capped: false })}</span>
        </button>
        {texts.length > 0 && <span className="list-band-sums clip">{texts.join(' · ')}</span>}
      </div>
      {shownUnder.map(({ name, text, at }, index) => (
        <div
          key={name}
          role={cell}
          className="list-cell list-figure clip"
          style={{ gridColumn: `${(begins[index] ?? at) + 2} / ${at + 3}` }}
          title={text}
        >
          {text}
        </div>
      ))}
    </div>
  )
}

function useBandRows({ view, group, onLoaded }: BandProps) {
  const { meta, state } = view
  const query = useListPages(meta.name, {
    where: bothWhere(state.where, group.where),
    sort: state.sort,
    q: state.q,
    columns: neededColumns(meta, state),
    limit: pageSize,
  })
  const pages = query.data?.pages
  const rows = useMemo(() => (pages ?? []).flatMap((page) => page.rows), [pages])
  const refs = useMemo(() => joinedRefs(pages ?? []), [pages])
  useEffect(() => onLoaded(group.key, rows))
  return { query, rows, refs }
}

function BandRows(props: BandProps) {
  const t = useT()
  const phone = usePhone()
  const navigate = useNavigate()
  const { density } = usePreferences()
  const { view, selection, onSelect } = props
  const { meta, state } = view
  const { query, rows, refs } = useBandRows(props)
  const open = (at: number) => {
    const id = rows[at]?.id
    const params = { entity: meta.name, id: id ?? '' }
    if (id) void navigate({ to: '/record/$entity/$id', params })
  }
  const shared = { meta, refs, start: 0 }
  return (
    <div {...(phone ? { className: 'band-cards' } : { role: 'rowgroup', className: 'band-rows' })}>
      {rows.map((row, at) =>
        phone ? (
          <Card
            key={row.id}
            {...shared}
            fields={cardOf(meta, state.columns)}
            row={row}
            at={at}
            selected={isSelected(selection, row.id)}
            ticking={selection.all || selection.ids.size > 0}
            onTick={() => onSelect(toggled(selection, rows, at))}
            onOpen={() => open(at)}
          />
        ) : (
          <ListRow
            key={row.id}
            {...shared}
            columns={state.columns}
            row={row}
            at={at}
            height={rowHeights[density]}
            selected={isSelected(selection, row.id)}
            active={false}
            onTick={(index, withShift) =>
              onSelect((withShift ? extended : toggled)(selection, rows, index))
            }
            onOpen={open}
          />
        ),
      )}
      {query.isPending && <p className="list-more">{t('Loading more…')}</p>}
      {query.hasNextPage && (
        <p className="list-more">
          <Button size="small" onClick={() => void query.fetchNextPage()}>
            {t('Show more')}
          </Button>
        </p>
      )}
    </div>
  )
}

export function Band(props: BandProps) {
  return (
    <>
      <BandHead {...props} />
      {props.isOpen && <BandRows {...props} />}
    </>
  )
}
