/** What a visitor wrote into a form becomes a lead, once, however often it is sent. */
import { createIn } from '#kernel/action/crud.ts'
import { idempotencyOf } from '#kernel/action/idempotency.ts'
import { ownEntity } from '#kernel/action/unit.ts'
import { write } from '#kernel/action/write.ts'
import { fail, failInput } from '#kernel/base/fail.ts'
import type { Entity } from '#kernel/entity/entity.ts'
import { isId } from '#kernel/field/check.ts'
import type { House } from '#kernel/house.ts'
import { asProgram } from '#kernel/jobs/as-program.ts'
import { knownByKey, type KeyAddress } from '#kernel/query/known-by-key.ts'
import { today } from '#kernel/time/date.ts'
import { Lead } from './lead.entity.ts'
import { LeadForm } from './lead-form.entity.ts'

export interface OpenForm {
  tenant: string
  company: string
  form: LeadForm
}

/** Name of a question → what was written. */
export type Answers = Readonly<Record<string, string>>

/** @throws {Refusal} `record.not-found` (404) whatever is wrong with the address */
export async function formAt(house: House, address: KeyAddress): Promise<OpenForm> {
  const { row, ...whose } = await knownByKey(house, LeadForm, 'key', address)
  return { ...whose, form: row }
}

/**
 * @param once made with the page: the same page sent again makes no second lead
 * @throws {Refusal} `lead-form.closed`, or `input.invalid` with a problem for each question
 */
export async function takeAnswer(
  house: House,
  { tenant, form }: OpenForm,
  answers: Answers,
  once: string,
): Promise<void> {
  if (form.status !== 'open') fail('lead-form.closed')
  refuseGaps(form, answers)
  const { timeZone } = await house.companies.of(tenant)
  const lead = leadOf(form, answers, today(house.now(), timeZone))
  const wish = isId(once) ? { idempotency: idempotencyOf(once, 'POST', form.id, answers) } : {}
  await write(house, asProgram(tenant), wish, async (unit) => {
    await createIn(unit, forVisitors(ownEntity(unit, Lead)), lead)
    return null
  })
}

/** What the company wants its own people to fill in no visitor is asked, unless by the form. */
function forVisitors(lead: Entity): Entity {
  const fields = Object.entries(lead.fields).map(([name, field]) => {
    return [name, field.late ? { ...field, required: false } : field] as const
  })
  return { ...lead, fields: Object.fromEntries(fields) }
}

function refuseGaps({ musts, consent }: LeadForm, answers: Answers): void {
  const empty = ['name', ...(musts ?? [])].filter((name) => !answers[name])
  const problems = empty.map((field) => ({ field, rule: 'field.required', facts: {} }))
  if (!answers.phone && !answers.email && empty.every((one) => one !== 'phone' && one !== 'email'))
    problems.push({ field: 'phone', rule: 'lead-form.no-way', facts: {} })
  if (consent && !answers.consent)
    problems.push({ field: 'consent', rule: 'lead-form.no-consent', facts: {} })
  if (problems.length > 0) failInput(problems)
}

/** What was not asked is not taken, whoever sends it. */
function leadOf(form: LeadForm, answers: Answers, day: string): Record<string, unknown> {
  const asked = ['name', ...(form.asks ?? [])].filter((name) => answers[name])
  const { owner, source, medium, campaign } = form
  return {
    ...Object.fromEntries(asked.map((name) => [name, answers[name]])),
    owner,
    source,
    medium,
    campaign,
    ...(form.consent ? { consentOn: day, consentBasis: form.name } : {}),
  }
}
