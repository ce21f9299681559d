/** How the program fares, what needs somebody, and its work in the background. */
import type { HealthAnswer } from '#kernel/health/answer.ts'
import { api, type ApiProblem } from '#ui/base/api.ts'
import { useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { Waiting } from '#ui/base/waiting.tsx'
import { ProblemNotice } from '#ui/form/problem-notice.tsx'
import { IconRefresh } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { HealthFacts } from './health-facts.tsx'
import { HealthWarnings } from './health-warnings.tsx'
import { Jobs } from './jobs.tsx'
import './system.css'

const lookAgainMs = 20_000

export function Health() {
  const t = useT()
  const health = useQuery<HealthAnswer, ApiProblem>({
    queryKey: ['health'],
    queryFn: () => api.get<HealthAnswer>('/api/health'),
    refetchInterval: lookAgainMs,
  })
  if (health.error) return <ProblemNotice problem={health.error} />
  if (!health.data) return <Waiting />
  return (
    <>
      <Panel
        title={t('System health')}
        actions={
          <Button
            icon={<IconRefresh size={16} aria-hidden />}
            loading={health.isFetching}
            onClick={() => void health.refetch()}
          >
            {t('Look again')}
          </Button>
        }
      >
        <HealthWarnings warnings={health.data.warnings} />
        <HealthFacts health={health.data} />
      </Panel>
      <Jobs />
    </>
  )
}
