/** Last page of the guide: what to do first, and the tour. */
import { useHouse, useT } from '#ui/base/house.tsx'
import { Empty } from '#ui/base/empty.tsx'
import { Panel } from '#ui/base/page.tsx'
import { placesOf } from '#ui/shell/menu.ts'
import { IconCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useSetUp } from './use-set-up.ts'

const mostWays = 4

export function ReadyStep({ onNext }: { onNext: () => void }) {
  const t = useT()
  const house = useHouse()
  const { keep } = useSetUp()
  const firsts = placesOf(house).flatMap(({ entity }) => {
    const meta = house.entities[entity ?? '']
    return meta?.may.create ? [meta] : []
  })
  return (
    <Panel>
      <Empty
        icon={<IconCheck size={24} stroke={1.8} aria-hidden />}
        title={t('{company} is ready', { company: house.company.name })}
        text={t('All of this is in the settings, too. What would you like to do first?')}
      >
        {firsts.slice(0, mostWays).map(({ name, label }) => (
          <Link
            key={name}
            to="/new/$entity"
            params={{ entity: name }}
            className="way"
            onClick={() => void keep('done')}
          >
            {t('New {name}', { name: label.one })}
          </Link>
        ))}
        <Button type="primary" onClick={onNext}>
          {t('To the first page')}
        </Button>
      </Empty>
    </Panel>
  )
}
