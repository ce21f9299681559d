/** A list on the home page: how many records there are, the first of them, the way to all. */
import type { EntityMeta } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { useList } from '#ui/base/queries.ts'
import { columnsOf } from '#ui/list/list-state.ts'
import { Link } from '@tanstack/react-router'
import { HomeRows, HomeTitle } from './home-open-work.tsx'
import { Nothing, Skeleton } from './home-states.tsx'

const mostRows = 6
const mostColumns = 4

export function ListTile({ meta }: { meta: EntityMeta }) {
  const t = useT()
  const names = [...new Set([meta.title, ...meta.list.columns])]
  const columns = columnsOf(meta, names).slice(0, mostColumns)
  const currencies = columns.flatMap(({ currency }) => currency ?? [])
  const { data, error } = useList(meta.name, {
    sort: meta.list.sort,
    columns: [...new Set([...columns.map(({ name }) => name), ...currencies])],
    limit: mostRows,
    count: true,
  })
  const label = meta.label.many
  if (error) return <Nothing label={label} text={t('It cannot be shown now.')} />
  if (!data) return <Skeleton label={label} />
  const all = (
    <Link to="/list/$entity" params={{ entity: meta.name }} className="home-all">
      {t('All')}
    </Link>
  )
  return (
    <Panel title={<HomeTitle meta={meta} name={label} answer={data} />} actions={all}>
      {data.rows.length > 0 ? (
        <HomeRows meta={meta} columns={columns} answer={data} />
      ) : (
        <p className="home-nothing faint">{t('There is nothing here yet.')}</p>
      )}
    </Panel>
  )
}
