/** Refusals in the reader's language, as problem+json (RFC 9457). */
import type { FastifyRequest } from 'fastify'
import { Refusal, type Facts } from '../base/fail.ts'
import type { Translator } from '../i18n/message.ts'
import type { Problem, WireRow } from './wire.ts'

/** Translates a rule with its facts; unknown rules answer their own name. */
export type RuleText = (rule: string, facts: Facts) => string

export function problemOf(refusal: Refusal, request: FastifyRequest, say: RuleText): Problem {
  const { current, ...facts } = refusal.facts
  const fields = refusal.problems.map((problem) => ({
    field: problem.field,
    rule: problem.rule,
    message: say(problem.rule, problem.facts),
  }))
  const own =
    refusal.field && fields.length === 0
      ? [{ field: refusal.field, rule: refusal.rule, message: say(refusal.rule, facts) }]
      : fields
  return {
    type: `urn:shangmai:rule:${refusal.rule}`,
    title: refusal.rule,
    status: refusal.status,
    rule: refusal.rule,
    detail: say(refusal.rule, facts),
    ...(own.length > 0 ? { fields: own } : {}),
    ...(Object.keys(facts).length > 0 ? { facts } : {}),
    ...(current ? { current: current as WireRow } : {}),
    requestId: request.id,
  }
}

/** Finds the English message of a rule and says it in the reader's language. */
export function ruleText(messages: Readonly<Record<string, string>>, t: Translator): RuleText {
  return (rule, facts) => {
    const english = messages[rule]
    return english ? t(english, spoken(facts, t)) : rule
  }
}

/** Facts that are labels of the house (fields, actions) are said in the reader's language too. */
const labels = new Set(['field', 'entity', 'by', 'action'])

function spoken(facts: Facts, t: Translator): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      labels.has(name) && typeof fact === 'string' ? t(fact) : fact,
    ]),
  )
}
