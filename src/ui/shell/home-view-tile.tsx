/** A saved view on the home page: how many records it finds, the first of them, the way to it. */
import type { EntityMeta, FieldMeta } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { useList } from '#ui/base/queries.ts'
import { columnsOf, searchOfView } from '#ui/list/list-state.ts'
import { Link } from '@tanstack/react-router'
import { Nothing, Skeleton } from './home-states.tsx'
import { HomeRows, HomeTitle } from './home-open-work.tsx'
import type { HomeView } from './home-views.ts'

const mostRows = 6
const mostColumns = 4

/** As the view orders them; the record's own name always stands first. */
export function tileColumns(meta: EntityMeta, view: HomeView): FieldMeta[] {
  const names = view.columns.length > 0 ? view.columns : meta.list.columns
  return columnsOf(meta, [...new Set([meta.title, ...names])]).slice(0, mostColumns)
}

export function ViewTile({ meta, view }: { meta: EntityMeta; view: HomeView }) {
  const t = useT()
  const columns = tileColumns(meta, view)
  const currencies = columns.flatMap(({ currency }) => currency ?? [])
  const { data, error } = useList(meta.name, {
    where: view.where,
    sort: view.sort || meta.list.sort,
    columns: [...new Set([...columns.map(({ name }) => name), ...currencies])],
    limit: mostRows,
    count: true,
  })
  if (error) return <Nothing label={view.name} text={t('It cannot be shown now.')} />
  if (!data) return <Skeleton label={view.name} />
  const all = (
    <Link
      to="/list/$entity"
      params={{ entity: meta.name }}
      search={searchOfView({ ...view, mine: false })}
      className="home-all"
    >
      {t('All')}
    </Link>
  )
  return (
    <Panel title={<HomeTitle meta={meta} name={view.name} answer={data} />} actions={all}>
      {data.rows.length > 0 ? (
        <HomeRows meta={meta} columns={columns} answer={data} />
      ) : (
        <p className="home-nothing faint">{t('No record fits this view now.')}</p>
      )}
    </Panel>
  )
}
