/** The first page of the day: what is open and mine, and a few figures. */
import type { EntityMeta } from '#kernel/http/wire.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { Empty } from '#ui/base/empty.tsx'
import { Page } from '#ui/base/page.tsx'
import { IconSparkles } from '@tabler/icons-react'
import { useState } from 'react'
import { dayPart } from './day-part.ts'
import { Figures } from './home-figures.tsx'
import { OpenWork } from './home-open-work.tsx'
import './home.css'
import { openWorkOf } from './open-work.ts'

function useGreeting(): string {
  const t = useT()
  const { user, company } = useHouse()
  const { name } = user
  const [part] = useState(() => dayPart(new Date(), company.timeZone))
  if (part === 'morning') return t('Good morning, {name}', { name })
  return part === 'afternoon'
    ? t('Good afternoon, {name}', { name })
    : t('Good evening, {name}', { name })
}

function NoWork() {
  const t = useT()
  return (
    <Empty
      icon={<IconSparkles size={24} stroke={1.6} aria-hidden />}
      title={t('Nothing to show yet')}
      text={t('What you are in charge of and have not finished appears here.')}
    />
  )
}

export function Home() {
  const house = useHouse()
  const greeting = useGreeting()
  const entities: EntityMeta[] = openWorkOf(house)
  const hasReports = Object.keys(house.reports).length > 0
  return (
    <Page title={greeting} beside={house.today}>
      <Figures />
      <div className="home-work">
        {entities.map((meta) => (
          <OpenWork key={meta.name} meta={meta} />
        ))}
      </div>
      {entities.length === 0 && !hasReports && <NoWork />}
    </Page>
  )
}
