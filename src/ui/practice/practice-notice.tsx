/** Says on every page of the practice company that nothing in it is real, with the way back. */
import { useHouse, useT } from '#ui/base/house.tsx'
import { IconSchool } from '@tabler/icons-react'
import { Button } from 'antd'
import { usePracticeWays } from './use-practice.ts'
import './practice.css'

export function PracticeNotice() {
  return useHouse().company.isPractice ? <Notice /> : null
}

function Notice() {
  const t = useT()
  const { name } = useHouse().company
  const { leave } = usePracticeWays()
  return (
    <div className="notice practice-notice" role="status">
      <IconSchool size={16} stroke={1.6} aria-hidden />
      <span className="grow">
        <strong>{t('Practice')}</strong>{' '}
        <span className="practice-words">
          {t('Nothing here is real, and no mail leaves. Try whatever you like.')}
        </span>
      </span>
      <Button size="small" loading={leave.isPending} onClick={() => leave.mutate()}>
        {t('Back to {name}', { name })}
      </Button>
    </div>
  )
}
