/** While the company is being set up, every other page shows the way back to the guide. */
import { useHouse, useT } from '#ui/base/house.tsx'
import { IconFlag } from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import { Button } from 'antd'
import { pages, useSetUp } from './use-set-up.ts'

export function SetUpNotice() {
  const t = useT()
  const { user } = useHouse()
  const { kept, go, keep } = useSetUp()
  const path = useLocation().pathname
  const isAdministrator = user.roles.includes('administrator')
  const at = pages.findIndex((page) => page === kept)
  if (!isAdministrator || at < 0 || path.startsWith('/begin')) return null
  return (
    <div className="notice is-news" role="status">
      <IconFlag size={16} stroke={1.6} aria-hidden />
      <span className="grow">
        {t('Setting up your company: step {at} of {count}', { at: at + 1, count: pages.length })}
      </span>
      <Button size="small" type="primary" onClick={() => void go(kept)}>
        {t('Go on')}
      </Button>
      <Button size="small" onClick={() => void keep('done')}>
        {t('End the guide')}
      </Button>
    </div>
  )
}
