/** In an administrator's menu: the way to the practice company, or back from it. */
import { useHouse, useT } from '#ui/base/house.tsx'
import { IconSchool } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { usePracticeWays } from './use-practice.ts'

export function PracticeLink({ onDone }: { onDone: () => void }) {
  const t = useT()
  const { user, company } = useHouse()
  const { leave } = usePracticeWays()
  const icon = <IconSchool size={17} stroke={1.6} aria-hidden />
  if (!user.roles.includes('administrator')) return null
  if (company.isPractice) {
    return (
      <button type="button" className="plain" onClick={() => leave.mutate()}>
        {icon}
        {t('Back to {name}', { name: company.name })}
      </button>
    )
  }
  return (
    <Link to="/settings/{-$section}" params={{ section: 'practice' }} onClick={onDone}>
      {icon}
      {t('Practice company')}
    </Link>
  )
}
