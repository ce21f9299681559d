/** Settings: a company to try things in, filled with made-up records and thrown away again. */
import { useHouse, useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { Waiting } from '#ui/base/waiting.tsx'
import { ProblemNotice } from '#ui/form/problem-notice.tsx'
import type { PracticeAnswer } from '#kernel/practice/routes.ts'
import { ProgressBar } from '#ui/base/progress-bar.tsx'
import { Button, Popconfirm } from 'antd'
import { usePractice, usePracticeWays } from './use-practice.ts'
import '#ui/shell/settings/settings.css'
import './practice.css'

export function PracticeCompany() {
  const t = useT()
  const { isPractice } = useHouse().company
  return (
    <Panel title={t('Practice company')}>
      <div className="settings-form">
        <p className="settings-text">
          {t(
            'A company beside yours with made-up customers, products and documents. Try everything in it: nothing of it reaches your own records, and no mail leaves. Only administrators may open it.',
          )}
        </p>
        {isPractice ? <Inside /> : <Outside />}
      </div>
    </Panel>
  )
}

function Inside() {
  const t = useT()
  const { name } = useHouse().company
  const { leave } = usePracticeWays()
  return (
    <div className="settings-buttons">
      <Button type="primary" loading={leave.isPending} onClick={() => leave.mutate()}>
        {t('Back to {name}', { name })}
      </Button>
    </div>
  )
}

function Outside() {
  const practice = usePractice()
  if (practice.error) return <ProblemNotice problem={practice.error} />
  if (!practice.data) return <Waiting />
  return <Standing practice={practice.data} />
}

function Standing({ practice }: { practice: PracticeAnswer }) {
  const t = useT()
  const { make, enter } = usePracticeWays()
  const { state, done, of } = practice
  if (state === 'none') {
    return (
      <div className="settings-buttons">
        <Button type="primary" loading={make.isPending} onClick={() => make.mutate()}>
          {t('Make a practice company')}
        </Button>
      </div>
    )
  }
  const isBusy = state === 'waiting' || state === 'filling'
  const percent = Math.floor((done * 100) / Math.max(1, of))
  return (
    <>
      {isBusy && (
        <div className="practice-run" role="status">
          {t('It is being filled; you may go on working meanwhile.')}
          <ProgressBar percent={percent} label={t('Filling the practice company')} isTold />
        </div>
      )}
      {state === 'failed' && (
        <p role="alert">{t('It could not be filled. Throw it away and make another.')}</p>
      )}
      <div className="settings-buttons">
        {state === 'ready' && (
          <Button type="primary" loading={enter.isPending} onClick={() => enter.mutate()}>
            {t('Go to the practice company')}
          </Button>
        )}
        <Discard />
      </div>
    </>
  )
}

function Discard() {
  const t = useT()
  const { discard } = usePracticeWays()
  return (
    <Popconfirm
      title={t('Throw the practice company away?')}
      description={t('All that was entered in it is gone for good.')}
      okText={t('Throw away')}
      cancelText={t('Cancel')}
      onConfirm={() => discard.mutate()}
    >
      <Button danger loading={discard.isPending}>
        {t('Throw away')}
      </Button>
    </Popconfirm>
  )
}
