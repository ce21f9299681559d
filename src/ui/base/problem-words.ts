/** What a refusal says to the person: the server's words, or ours when it could not be reached. */
import type { ApiProblem } from './api.ts'
import type { Translate } from './house.tsx'
import { isNetworkProblem } from './problem.ts'

export function problemWords(error: ApiProblem, t: Translate): string {
  if (isNetworkProblem(error)) return t('The server cannot be reached. Check the connection.')
  return error.problem.detail || error.problem.title || t('Something went wrong')
}

/** Faulty fields of a refusal, by name. */
export function fieldWords(error: ApiProblem | undefined): Record<string, string> {
  const fields = error?.problem.fields ?? []
  return Object.fromEntries(fields.map(({ field, message }) => [field, message]))
}
