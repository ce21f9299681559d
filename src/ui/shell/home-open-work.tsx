/** A few of the records that wait for me, with the way to all of them. */
import type { EntityMeta, FieldMeta, ListAnswer } from '#kernel/http/wire.ts'
import type { Where } from '#kernel/query/where.ts'
import { useT } from '#ui/base/house.tsx'
import { NamedIcon } from '#ui/base/icons.tsx'
import { Panel } from '#ui/base/page.tsx'
import { Cell } from '#ui/field/cell.tsx'
import { isFigure } from '#ui/field/display.ts'
import { countText } from '#ui/base/count-text.ts'
import { Link, useNavigate } from '@tanstack/react-router'
import { openWorkColumns } from './open-work.ts'
import type { WorkOfKind } from './use-open-work.ts'

function AllLink({ meta, where, label }: { meta: EntityMeta; where: Where; label: string }) {
  return (
    <Link to="/list/$entity" params={{ entity: meta.name }} search={{ where }} className="home-all">
      {label}
    </Link>
  )
}

/** Words of any length give way to what is short. */
function classOf(field: FieldMeta, columns: readonly FieldMeta[]): string | undefined {
  const wide = columns.find(({ kind }) => kind === 'text' || kind === 'ref')
  if (field === wide) return 'home-wide clip'
  return isFigure(field) ? 'number' : undefined
}

interface RowsProps {
  meta: EntityMeta
  columns: FieldMeta[]
  answer: ListAnswer
}

/** A few records, each with the way to its page. */
export function HomeRows({ meta, columns, answer }: RowsProps) {
  const navigate = useNavigate()
  const open = (id: string) => {
    void navigate({ to: '/record/$entity/$id', params: { entity: meta.name, id } })
  }
  return (
    <table className="home-rows">
      <thead className="unseen">
        <tr>
          {columns.map((field) => (
            <th key={field.name} scope="col">
              {field.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {answer.rows.map((row) => (
          <tr key={row.id} onClick={() => open(row.id)}>
            {columns.map((field, at) => (
              <td key={field.name} className={classOf(field, columns)}>
                {at === 0 ? (
                  <Link to="/record/$entity/$id" params={{ entity: meta.name, id: row.id }}>
                    <Cell field={field} row={row} refs={answer.refs} unlinked />
                  </Link>
                ) : (
                  <Cell field={field} row={row} refs={answer.refs} unlinked />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function HomeTitle({ meta, name, answer }: TitleProps) {
  return (
    <span className="home-title">
      <NamedIcon name={meta.icon} size={17} />
      {name}
      <span className="count">{answer.count ? countText(answer.count) : ''}</span>
    </span>
  )
}

interface TitleProps {
  meta: EntityMeta
  name: string
  answer: ListAnswer
}

export function OpenWork({ meta, where, isMine, answer }: WorkOfKind) {
  const t = useT()
  const name = meta.label.many
  const title = isMine ? t('My open {name}', { name }) : t('{name} to handle', { name })
  return (
    <Panel
      title={<HomeTitle meta={meta} name={title} answer={answer} />}
      actions={<AllLink meta={meta} where={where} label={t('All')} />}
    >
      <HomeRows meta={meta} columns={openWorkColumns(meta)} answer={answer} />
    </Panel>
  )
}
