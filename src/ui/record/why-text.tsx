/** Whether a person can see a record, and because of what, in sentences. */
import { api } from '#ui/base/api.ts'
import type { ApiProblem } from '#ui/base/api.ts'
import { useT } from '#ui/base/house.tsx'
import { ProblemNotice } from '#ui/form/problem-notice.tsx'
import { useQuery } from '@tanstack/react-query'
import './record.css'

interface WhyAnswer {
  visible: boolean
  because: string[]
}

interface WhyTextProps {
  entity: string
  /** Null until one is chosen. */
  id: string | null
  user: string | null
}

export function WhyText({ entity, id, user }: WhyTextProps) {
  const t = useT()
  const why = useQuery<WhyAnswer, ApiProblem>({
    queryKey: ['why', entity, id, user],
    queryFn: () => api.get<WhyAnswer>(`/api/${entity}/${id}/why`, { user }),
    enabled: id !== null && user !== null,
  })
  return (
    <div className="why" role="status">
      <ProblemNotice problem={why.error} />
      {why.data && (
        <>
          <p className="strong">
            {why.data.visible ? t('This person can see it:') : t('This person cannot see it:')}
          </p>
          <ul>
            {why.data.because.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
