/** A list without rows: what it is for and how it begins, or why nothing fits. */
import type { EntityMeta } from '#kernel/http/wire.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { Empty } from '#ui/base/empty.tsx'
import { NamedIcon } from '#ui/base/icons.tsx'
import { usePhone } from '#ui/base/media.ts'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ListView } from './use-list-view.ts'

/** Empty because nothing was ever entered, or because nothing fits: each says what to do. */
export function NoRows({ view }: { view: ListView }) {
  const { state } = view
  const isNarrowed = state.q !== '' || Object.keys(state.conditions).length > 0
  return isNarrowed ? <NoMatch view={view} /> : <NothingYet meta={view.meta} />
}

function NoMatch({ view }: { view: ListView }) {
  const t = useT()
  const clear = () => view.change({ where: undefined, q: undefined })
  return (
    <Empty
      title={t('Nothing matches')}
      text={t('No record fits this search and these conditions.')}
    >
      <Button onClick={clear}>{t('Clear all')}</Button>
    </Empty>
  )
}

function NothingYet({ meta }: { meta: EntityMeta }) {
  const t = useT()
  const name = meta.label.many
  return (
    <Empty
      icon={<NamedIcon name={meta.icon} size={24} />}
      title={t('No {name} here yet', { name })}
      text={meta.purpose ?? t('What your colleagues share with you appears here.')}
    >
      <Begin meta={meta} />
      {meta.may.create && <NewLink meta={meta} />}
      {meta.may.import && (
        <Link to="/import/$entity" params={{ entity: meta.name }} className="way">
          {t('Import from a file')}
        </Link>
      )}
    </Empty>
  )
}

/** Documents that follow from others begin there. */
function Begin({ meta }: { meta: EntityMeta }) {
  const t = useT()
  const origin = useHouse().entities[meta.begins ?? '']
  if (!origin) return null
  return (
    <Link to="/list/$entity" params={{ entity: origin.name }} className="way">
      {t('Go to {name}', { name: origin.label.many })}
    </Link>
  )
}

function NewLink({ meta }: { meta: EntityMeta }) {
  const t = useT()
  const phone = usePhone()
  return (
    <Link to="/new/$entity" params={{ entity: meta.name }} className="way is-first">
      {t('New {name}', { name: meta.label.one })}
      {!phone && <kbd aria-hidden>n</kbd>}
    </Link>
  )
}
