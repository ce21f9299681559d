/** Two choices of one list that are called the same could not be told apart. */
import { fail } from '../base/fail.ts'

/** @throws {Refusal} `custom-field.twice` at the second of them */
export function refuseSameChoices(options: readonly { label: string }[]): void {
  const labels = options.map(({ label }) => label.trim())
  const twice = labels.findIndex((label, at) => labels.indexOf(label) !== at)
  if (twice !== -1) fail('custom-field.twice', {}, { field: `options.${twice}.label` })
}
