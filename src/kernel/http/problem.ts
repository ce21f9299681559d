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
  const say: RuleText = (rule, facts) => {
    const english = messages[rule]
    return english ? t(english, spoken(facts, t, say)) : rule
  }
  return say
}

/** Facts that are labels of the house (fields, actions) are said in the reader's language too. */
const labels = new Set(['field', 'entity', 'by', 'action'])

function spoken(facts: Facts, t: Translator, say: RuleText): Facts {
  const spokenFact = (name: string, fact: unknown): unknown => {
    if (Array.isArray(fact)) return fact.map((one) => spokenFact(name, one))
    if (isSaying(fact)) return say(fact.rule, fact.facts)
    return labels.has(name) && typeof fact === 'string' ? t(fact) : fact
  }
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, spokenFact(name, fact)]),
  )
}

/** A fact may be a sentence itself: what exactly is missing, for instance. */
function isSaying(fact: unknown): fact is { rule: string; facts: Facts } {
  return typeof fact === 'object' && fact !== null && 'rule' in fact && 'facts' in fact
}
