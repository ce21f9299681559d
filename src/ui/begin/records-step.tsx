/** Fourth page of the guide: what the company knows already, brought over from files. */
import type { EntityMeta } from '#kernel/http/wire.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { NamedIcon } from '#ui/base/icons.tsx'
import { Panel } from '#ui/base/page.tsx'
import { useList } from '#ui/base/queries.ts'
import { countText } from '#ui/base/count-text.ts'
import { placesOf } from '#ui/shell/menu.ts'
import { Link } from '@tanstack/react-router'
import '#ui/base/empty.css'

/** What stands by itself; documents follow from it in the daily work. */
function useMasters(): EntityMeta[] {
  const house = useHouse()
  return placesOf(house)
    .flatMap(({ entity }) => house.entities[entity ?? ''] ?? [])
    .filter(({ may, state }) => may.import && may.create && !state)
}

export function RecordsStep() {
  const t = useT()
  const masters = useMasters()
  return (
    <>
      <p className="begin-text">
        {t(
          'Bring over the lists you have, from Excel or any other program. A trial run shows what would happen, and every import can be undone.',
        )}
      </p>
      <Panel title={t('Your records')}>
        <ul className="begin-records">
          {masters.map((entity) => (
            <Master key={entity.name} entity={entity} />
          ))}
        </ul>
      </Panel>
      <div className="begin-aside">
        <p className="begin-text">
          {t('Would you rather look around first? A practice company is full of made-up records.')}
        </p>
        <Link to="/settings/{-$section}" params={{ section: 'practice' }} className="way">
          {t('Practice company')}
        </Link>
      </div>
    </>
  )
}

function Master({ entity }: { entity: EntityMeta }) {
  const t = useT()
  const { name, label, icon, purpose } = entity
  const count = useList(name, { limit: 1, count: true }).data?.count
  const link = { params: { entity: name }, className: 'way' }
  return (
    <li>
      <NamedIcon name={icon} size={20} />
      <div className="grow">
        <span className="strong">{label.many}</span>{' '}
        {count && <span className="faint">{countText(count)}</span>}
        <div className="begin-purpose">{purpose}</div>
      </div>
      <span className="row">
        <Link
          to="/import/$entity"
          {...link}
          aria-label={t('Import {entities}', { entities: label.many })}
        >
          {t('Import')}
        </Link>
        <Link to="/new/$entity" {...link} aria-label={t('New {name}', { name: label.one })}>
          {t('New')}
        </Link>
      </span>
    </li>
  )
}
