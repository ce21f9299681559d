/** What waits for me of every kind, or that nothing does and where the day may begin. */
import { Empty } from '#ui/base/empty.tsx'
import { useHouse, useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { IconSparkles } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { OpenWork } from './home-open-work.tsx'
import { placesOf } from './menu.ts'
import { useOpenWork } from './use-open-work.ts'

const mostWays = 4

/** Nothing open: says what will stand here, and where the day may begin. */
function NoWork() {
  const t = useT()
  const house = useHouse()
  const ways = placesOf(house).filter(({ entity = '' }) => house.entities[entity]?.may.create)
  return (
    <Panel>
      <Empty
        icon={<IconSparkles size={24} stroke={1.6} aria-hidden />}
        title={t('Nothing is waiting for you')}
        text={t('What you are in charge of, or may take further, appears here.')}
      >
        {ways.slice(0, mostWays).map(({ href, label, entity = '' }) => (
          <Link key={href} to="/new/$entity" params={{ entity }} className="way">
            {t('New {name}', { name: house.entities[entity]?.label.one ?? label })}
          </Link>
        ))}
      </Empty>
    </Panel>
  )
}

export function OpenWorkOfAll() {
  const { work, isLoading } = useOpenWork()
  return (
    <>
      <div className="home-work">
        {work.map((ofKind) => (
          <OpenWork key={ofKind.meta.name} {...ofKind} />
        ))}
      </div>
      {!isLoading && work.length === 0 && <NoWork />}
    </>
  )
}
