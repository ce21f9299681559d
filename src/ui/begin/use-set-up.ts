/** How far the company is set up, kept with it, so that any administrator goes on from there. */
import type { HouseMeta } from '#kernel/http/wire.ts'
import { setUpSteps, type SetUpStep } from '#kernel/session/set-up-steps.ts'
import { api } from '#ui/base/api.ts'
import { useHouse } from '#ui/base/house.tsx'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'

/** The pages of the guide; behind the last one it is done. */
export const pages = setUpSteps.filter((step) => step !== 'done')
export type GuidePage = (typeof pages)[number]

export interface SetUp {
  kept: SetUpStep
  /** Leads to a page of the guide, or out of it. */
  go: (step: SetUpStep) => Promise<void>
  /** Keeps it without leading anywhere. */
  keep: (step: SetUpStep) => Promise<void>
}

export function useSetUp(): SetUp {
  const { setUp: kept } = useHouse().company
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { showProblem } = useUndoMessage()
  const keep = async (setUp: SetUpStep) => {
    // Whoever comes again from the settings looks, and is not begun with anew.
    if (kept === 'done' || kept === setUp) return
    try {
      await api.patch('/api/company', { setUp })
      queries.setQueryData<HouseMeta>(
        ['meta'],
        (was) => was && { ...was, company: { ...was.company, setUp } },
      )
    } catch (error) {
      showProblem(error)
    }
  }
  const go = async (step: SetUpStep) => {
    await keep(step)
    if (step === 'done') await navigate({ to: '/' })
    else await navigate({ to: '/begin/{-$step}', params: { step } })
  }
  return { kept, go, keep }
}
