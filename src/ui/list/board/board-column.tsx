/** One column of a board: name, how many, their sum; its cards, fetched as one scrolls. */
import type { FieldMeta, RefTitles, WireRow } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { useListPages } from '#ui/base/queries.ts'
import { Dot } from '#ui/field/cell-choice.tsx'
import { bothWhere } from '#ui/field/where.ts'
import { useEffect, useMemo, useRef } from 'react'
import type { CardFields } from '../card-fields.ts'
import type { Verdict } from '../carry/verdict.ts'
import type { Group } from '../group.ts'
import { countText } from '#ui/base/count-text.ts'
import { useSums } from '../list-beside.tsx'
import { isSelected, type Selection } from '../selection.ts'
import { joinedRefs, neededColumns, type ListView } from '../use-list-view.ts'
import { BoardCard } from './board-card.tsx'

export interface Loaded {
  rows: WireRow[]
  refs: RefTitles
}

export interface ColumnProps {
  view: ListView
  field: FieldMeta
  group: Group
  cards: CardFields
  selection: Selection
  onTick: (id: string) => void
  /** Ids of records that are on their way, with the column each goes to. */
  moved: ReadonlyMap<string, string>
  /** Of all columns, by id: a record that comes from another one is drawn from there. */
  known: ReadonlyMap<string, Loaded>
  onLoaded: (key: string, loaded: Loaded) => void
  /** A card is being carried: what would come of it here. */
  verdict: Verdict | undefined
  isOver: boolean
  lifted: string | undefined
  others?: readonly Group[]
  onMove: (id: string, to: Group) => void
}

const pageSize = 30

function useColumn({ view, group }: ColumnProps) {
  const { meta, state } = view
  return useListPages(meta.name, {
    where: bothWhere(state.where, group.where),
    sort: state.sort,
    q: state.q,
    columns: neededColumns(meta, state),
    limit: pageSize,
    count: group.count === undefined,
  })
}

/** Calls as soon as its place comes into sight. */
function More({ onSeen }: { onSeen: () => void }) {
  const t = useT()
  const place = useRef<HTMLLIElement>(null)
  useEffect(() => {
    const { current } = place
    if (!current) return undefined
    const watcher = new IntersectionObserver(([seen]) => seen?.isIntersecting && onSeen(), {
      rootMargin: '300px',
    })
    watcher.observe(current)
    return () => watcher.disconnect()
  })
  return (
    <li ref={place} className="list-more">
      {t('Loading more…')}
    </li>
  )
}

/** Those of this column that stay, and before them those that are coming here. */
function rowsHere({ moved, known, group }: ColumnProps, own: readonly WireRow[]): WireRow[] {
  const coming = [...moved].flatMap(([id, to]) => {
    if (to !== group.key || own.some((row) => row.id === id)) return []
    const rows = [...known.values()].flatMap((loaded) => loaded.rows)
    return rows.find((row) => row.id === id) ?? []
  })
  const staying = own.filter(({ id }) => (moved.get(id) ?? group.key) === group.key)
  return [...coming, ...staying]
}

function Head({ props, count }: { props: ColumnProps; count: ReturnType<typeof countOf> }) {
  const { group, view } = props
  const sums = useSums(view.meta, group.sums)
  const tone = group.tone
  return (
    <header className="board-head">
      <span className="board-name">
        {tone ? (
          <Dot tone={tone} label={group.label} />
        ) : (
          <span className="clip">{group.label}</span>
        )}
        {count && <span className="count">{countText(count)}</span>}
      </span>
      {sums.length > 0 && group.count !== 0 && (
        <span className="board-sum clip" title={sums.join(' · ')}>
          {sums[0]}
        </span>
      )}
    </header>
  )
}

function countOf({ group }: ColumnProps, counted: { value: number; capped: boolean } | undefined) {
  return group.count === undefined ? counted : { value: group.count, capped: false }
}

export function BoardColumn(props: ColumnProps) {
  const t = useT()
  const { view, group, selection, verdict, isOver, lifted, moved } = props
  const query = useColumn(props)
  const pages = query.data?.pages
  const loaded = useMemo<Loaded>(
    () => ({
      rows: (pages ?? []).flatMap(({ rows }) => rows),
      refs: joinedRefs(pages ?? []),
    }),
    [pages],
  )
  const { onLoaded } = props
  useEffect(() => onLoaded(group.key, loaded), [onLoaded, group.key, loaded])
  const rows = rowsHere(props, loaded.rows)
  const refs = joinedRefs([...props.known.values(), loaded])
  const isRefusing = verdict?.kind === 'refused'
  const marks = [isOver && 'is-over', lifted !== undefined && isRefusing && 'is-refusing']
  return (
    <section
      className={['board-column', ...marks.filter(Boolean)].join(' ')}
      data-place={group.key}
      aria-label={group.label}
    >
      <Head props={props} count={countOf(props, pages?.[0]?.count)} />
      {isOver && isRefusing && <p className="board-why">{verdict.why}</p>}
      <ul className="board-cards">
        {rows.map((row) => (
          <BoardCard
            key={row.id}
            meta={view.meta}
            fields={props.cards}
            row={row}
            refs={refs}
            place={group.key}
            selected={isSelected(selection, row.id)}
            ticking={selection.all || selection.ids.size > 0}
            isLifted={lifted === row.id}
            isOnItsWay={moved.has(row.id)}
            onTick={props.onTick}
            onMove={props.onMove}
            {...(props.others && { others: props.others })}
          />
        ))}
        {query.hasNextPage && !query.isFetchingNextPage && (
          <More onSeen={() => void query.fetchNextPage()} />
        )}
        {query.isPending && <li className="list-more">{t('Loading more…')}</li>}
      </ul>
    </section>
  )
}
