/** Says why something was refused, in the server's words. */
import type { ApiProblem } from '#ui/base/api.ts'
import { useT } from '#ui/base/house.tsx'
import { problemWords } from '#ui/base/problem-words.ts'
import { IconAlertTriangle } from '@tabler/icons-react'
import './form.css'

export function ProblemNotice({ problem }: { problem: ApiProblem | null | undefined }) {
  const t = useT()
  if (!problem) return null
  const fields = problem.problem.fields ?? []
  return (
    <div className="form-notice is-wrong" role="alert">
      <IconAlertTriangle size={17} aria-hidden />
      <span className="grow">
        {problemWords(problem, t)}
        {fields.map(({ field, message }) => (
          <span key={field} className="problem-field">
            {message}
          </span>
        ))}
      </span>
    </div>
  )
}
