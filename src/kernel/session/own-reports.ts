/** Which saved report a person's report opens with. */
import { failInput } from '../base/fail.ts'
import { isId } from '../field/check.ts'
import { f } from '../field/f.ts'
import type { House } from '../house.ts'
import { keepChoices } from './choices.ts'
import type { Account } from './door.ts'

/** A report without `saved` opens plain again. */
export const reportGiven = {
  report: f.text({ required: true, maxLength: 60 }),
  saved: f.text({ maxLength: 40 }),
}

/** @throws {Refusal} `field.not-an-option` for what is no report or no id */
export async function keepReport(
  house: House,
  account: Account,
  known: Readonly<Record<string, string>>,
  { report, saved }: { report: string; saved: string | null },
): Promise<void> {
  if (!house.registry.reports.has(report)) wrong('report')
  if (saved !== null && !isId(saved)) wrong('saved')
  const { [report]: _, ...others } = known
  const reports = saved === null ? others : { ...others, [report]: saved }
  await keepChoices(house, account, { reports })
}

function wrong(field: string): never {
  failInput([{ field, rule: 'field.not-an-option', facts: {} }])
}

/** @param kept what stands in the preferences */
export function reportsOf(kept: unknown): Record<string, string> {
  return typeof kept === 'object' && kept !== null ? (kept as Record<string, string>) : {}
}
