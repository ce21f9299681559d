/** The first page of the day: what is open and mine, and a few figures. */
import { useHouse, useT } from '#ui/base/house.tsx'
import { usePhone } from '#ui/base/media.ts'
import { Page } from '#ui/base/page.tsx'
import { IconLayoutGrid } from '@tabler/icons-react'
import { Button } from 'antd'
import { useState } from 'react'
import { Alarms } from './home-alarms.tsx'
import { dayPart } from './day-part.ts'
import { useFigures } from './figures.ts'
import { AddTile, Board } from './home-board.tsx'
import { Figures } from './home-figures.tsx'
import { OpenWorkOfAll } from './home-open-work-of-all.tsx'
import type { HomeTile } from './home-tiles.ts'
import './home.css'
import { useHomeTiles, type HomeTiles } from './use-home-tiles.ts'
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

/** The usual page, until a person arranges her own. */
function UsualHome() {
  return (
    <>
      <Figures />
      <OpenWorkOfAll />
    </>
  )
}

/** What the usual page shows, to begin with; null until all of it has come. */
function useUsualTiles(): HomeTile[] | null {
  const { figures, isLoading } = useFigures()
  const { work, isLoading: isComing } = useOpenWork()
  const tile = (kind: HomeTile['kind'], of: string | null) => ({ kind, of, wide: false })
  if (isLoading || isComing) return null
  return [
    ...figures.map(({ report }) => tile('figure', report.name)),
    ...work.map(({ meta }) => tile('work', meta.name)),
    tile('recent', null),
  ]
}

interface ToolsProps {
  home: HomeTiles
  isArranging: boolean
  onArrange: (isArranging: boolean) => void
}

function HomeTools({ home, isArranging, onArrange }: ToolsProps) {
  const t = useT()
  const { tiles, views, isOwn, role, keep } = home
  const usual = useUsualTiles()
  const begin = () => {
    if (!isOwn) keep(tiles.length > 0 ? tiles : (usual ?? []))
    onArrange(true)
  }
  const end = () => onArrange(false)
  const backToUsual = () => {
    keep([])
    end()
  }
  if (!isArranging) {
    const icon = <IconLayoutGrid size={17} stroke={1.6} aria-hidden />
    return (
      <Button icon={icon} disabled={tiles.length === 0 && usual === null} onClick={begin}>
        {t('Arrange')}
      </Button>
    )
  }
  return (
    <span className="row home-arrange">
      <AddTile tiles={tiles} views={views} onChange={keep} />
      <Button onClick={backToUsual}>
        {role === null
          ? t('Back to the usual page')
          : t('Back to the home page of {role}', { role })}
      </Button>
      <Button type="primary" onClick={end}>
        {t('Done')}
      </Button>
    </span>
  )
}

export function Home() {
  const house = useHouse()
  const greeting = useGreeting()
  const isPhone = usePhone()
  const [isArranging, arrange] = useState(false)
  const home = useHomeTiles()
  const { isKnown, tiles, views, keep } = home
  const tools = <HomeTools home={home} isArranging={isArranging} onArrange={arrange} />
  return (
    <Page title={greeting} beside={isPhone ? undefined : house.today} actions={isKnown && tools}>
      <Alarms />
      {isKnown && tiles.length > 0 && <Board {...{ tiles, views, isArranging }} onChange={keep} />}
      {isKnown && tiles.length === 0 && <UsualHome />}
    </Page>
  )
}
