/** The first page of the day: what is open and mine, and a few figures. */
import { useHouse, useT } from '#ui/base/house.tsx'
import { Empty } from '#ui/base/empty.tsx'
import { Page, Panel } from '#ui/base/page.tsx'
import { IconSparkles } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Alarms } from './home-alarms.tsx'
import { dayPart } from './day-part.ts'
import { Figures } from './home-figures.tsx'
import { OpenWork } from './home-open-work.tsx'
import './home.css'
import { placesOf } from './menu.ts'
import { useOpenWork } from './use-open-work.ts'

function useGreeting(): string {
  const t = useT()
  const { user, company } = useHouse()
  const { name } = user
  const [part] = useState(() => dayPart(new Date(), company.timeZone))
  if (part === 'morning') return t('Good morning, {name}', { name })
  if (part === 'afternoon') return t('Good afternoon, {name}', { name })
  return t('Good evening, {name}', { name })
}

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

export function Home() {
  const house = useHouse()
  const greeting = useGreeting()
  const { work, isLoading } = useOpenWork()
  return (
    <Page title={greeting} beside={house.today}>
      <Alarms />
      <Figures />
      <div className="home-work">
        {work.map((ofKind) => (
          <OpenWork key={ofKind.meta.name} {...ofKind} />
        ))}
      </div>
      {!isLoading && work.length === 0 && <NoWork />}
    </Page>
  )
}
