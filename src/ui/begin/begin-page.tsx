/** The guide of the first day: company, look, people, records; each page may be left out. */
import { setUpSteps } from '#kernel/session/set-up-steps.ts'
import { useHouse, useT, type Translate } from '#ui/base/house.tsx'
import { Page } from '#ui/base/page.tsx'
import { NotFound } from '#ui/shell/failure.tsx'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ComponentType } from 'react'
import { CompanyStep } from './company-step.tsx'
import { LookStep } from './look-step.tsx'
import { PeopleStep } from './people-step.tsx'
import { ReadyStep } from './ready-step.tsx'
import { RecordsStep } from './records-step.tsx'
import { pages, useSetUp, type GuidePage } from './use-set-up.ts'
import './begin.css'

const bodies: Record<GuidePage, ComponentType<{ onNext: () => void }>> = {
  company: CompanyStep,
  look: LookStep,
  people: PeopleStep,
  records: RecordsStep,
  ready: ReadyStep,
}

function titlesOf(t: Translate): Record<GuidePage, string> {
  return {
    company: t('Company'),
    look: t('Language and look'),
    people: t('Colleagues'),
    records: t('Your records'),
    ready: t('Ready'),
  }
}

/** @param step as the address says; without one it goes on where it was left */
export function BeginPage({ step }: { step: string | undefined }) {
  const t = useT()
  const { kept, go } = useSetUp()
  const isAdministrator = useHouse().user.roles.includes('administrator')
  const now = pages.find((page) => page === (step ?? kept)) ?? pages[0]
  if (!isAdministrator || !now) return <NotFound />
  const titles = titlesOf(t)
  const at = pages.indexOf(now)
  const Body = bodies[now]
  const next = setUpSteps[at + 1] ?? 'done'
  const before = pages[at - 1]
  return (
    <Page title={t('Set-up guide')} beside={<Steps titles={titles} now={now} />}>
      <div className="begin">
        <Body onNext={() => void go(next)} />
        <footer className="begin-foot">
          {before && <Button onClick={() => void go(before)}>{t('Back')}</Button>}
          <span className="grow" />
          {next !== 'done' && <Button onClick={() => void go('done')}>{t('End the guide')}</Button>}
          <Onward page={now} onNext={() => void go(next)} />
        </footer>
      </div>
    </Page>
  )
}

/** The first page is left by saving or by skipping, the last one by what one does first. */
function Onward({ page, onNext }: { page: GuidePage; onNext: () => void }) {
  const t = useT()
  if (page === 'ready') return null
  if (page === 'company') return <Button onClick={onNext}>{t('Skip this step')}</Button>
  return (
    <Button type="primary" onClick={onNext}>
      {t('Go on')}
    </Button>
  )
}

function Steps({ titles, now }: { titles: Record<GuidePage, string>; now: GuidePage }) {
  const t = useT()
  const at = pages.indexOf(now)
  return (
    <nav aria-label={t('Steps')}>
      <ol className="begin-steps">
        {pages.map((page, index) => (
          <li key={page} className={index < at ? 'is-past' : index === at ? 'is-now' : ''}>
            <Link
              to="/begin/{-$step}"
              params={{ step: page }}
              aria-current={index === at ? 'step' : undefined}
            >
              <span className="begin-number">{index + 1}</span>
              {titles[page]}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
