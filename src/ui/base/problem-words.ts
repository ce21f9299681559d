/** What a refusal says to the person: the server's words, or ours when it could not be reached. */
import type { ApiProblem } from './api.ts'
import type { Translate } from './house.tsx'
import { isNetworkProblem } from './problem.ts'

export function problemWords(error: ApiProblem, t: Translate): string {
  if (error.problem.rule === 'network.offline') {
    return t(
      'There is no connection, so this was not saved. What you typed stays here; save again once it is back.',
    )
  }
  if (error.problem.rule === 'outbox.waits') {
    return t('It builds on something that is not sent yet. Wait until that has been sent.')
  }
  if (error.problem.rule === 'outbox.unsure') {
    return t(
      'It was sent days ago, and no answer came. Look whether it has arrived, then send it again or discard it.',
    )
  }
  if (isNetworkProblem(error)) return t('The server cannot be reached. Check the connection.')
  return error.problem.detail || error.problem.title || t('Something went wrong')
}

/** Faulty fields of a refusal, by name. */
export function fieldWords(error: ApiProblem | undefined): Record<string, string> {
  const fields = error?.problem.fields ?? []
  return Object.fromEntries(fields.map(({ field, message }) => [field, message]))
}
