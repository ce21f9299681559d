/** The last plans and reports of a person, and how far each is. */
import type { WireRow } from '#kernel/http/wire.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { useList } from '#ui/base/queries.ts'
import { Cell } from '#ui/field/cell.tsx'
import { OverviewCard } from '#ui/record/overview-card.tsx'
import { IconNotebook } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'

const shown = 4

export function PersonPapers({ person }: { person: string }) {
  const t = useT()
  return (
    <OverviewCard icon={IconNotebook} title={t('Plans and reports')}>
      <Papers entity="work-plan" person={person} />
      <Papers entity="work-report" person={person} />
    </OverviewCard>
  )
}

function Papers({ entity, person }: { entity: string; person: string }) {
  const meta = useHouse().entities[entity]
  const columns = ['beginsOn', 'status', ...(entity === 'work-report' ? ['kind'] : [])]
  const wish = { where: { owner: person }, sort: '-beginsOn', limit: shown, columns }
  const { data } = useList(entity, wish, meta !== undefined)
  if (!meta || !data?.rows.length) return null
  return (
    <div className="work-papers">
      <Link to="/list/$entity" params={{ entity }} search={{ where: wish.where, tab: 'All' }}>
        {meta.label.many}
      </Link>
      <ul>
        {data.rows.map((row) => (
          <li key={row.id}>
            <PaperLine entity={entity} row={row} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function PaperLine({ entity, row }: { entity: string; row: WireRow }) {
  const fields = useHouse().entities[entity]?.fields ?? []
  const field = (name: string) => fields.find((one) => one.name === name)
  const [status, kind] = [field('status'), field('kind')]
  return (
    <>
      <Link to="/record/$entity/$id" params={{ entity, id: row.id }}>
        {String(row['beginsOn'])}
      </Link>
      <span className="work-paper-kind">
        {kind && row['kind'] ? <Cell field={kind} row={row} refs={{}} /> : null}
      </span>
      {status && <Cell field={status} row={row} refs={{}} />}
    </>
  )
}
