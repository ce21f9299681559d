/** What the agent says, step by step; one goes on by a click or by the arrow keys. */
import { useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { useRecord } from '#ui/base/queries.ts'
import { useBareKey } from '#ui/base/use-bare-key.ts'
import { useState } from 'react'

interface Step {
  id: string
  name: string
  say: string
  hint: string | null
}

export function ScriptPanel({ id }: { id: string }) {
  const t = useT()
  const { data } = useRecord('call-script', id)
  const [at, setAt] = useState(0)
  const steps = (data?.row['steps'] ?? []) as Step[]
  useBareKey('ArrowRight', true, () => setAt(Math.min(at + 1, steps.length - 1)))
  useBareKey('ArrowLeft', true, () => setAt(Math.max(at - 1, 0)))
  const step = steps[at]
  if (!step) return null
  return (
    <Panel title={t('Call script')}>
      <div className="calling-body">
        <div className="calling-steps" role="group" aria-label={t('Steps of a script')}>
          {steps.map(({ id: key, name }, index) => (
            <button
              key={key}
              type="button"
              className={index === at ? 'plain calling-step calling-step-on' : 'plain calling-step'}
              aria-pressed={index === at}
              onClick={() => setAt(index)}
            >
              {index + 1}. {name}
            </button>
          ))}
        </div>
        <p className="calling-say">{step.say}</p>
        {step.hint && <p className="quiet">{step.hint}</p>}
      </div>
    </Panel>
  )
}
