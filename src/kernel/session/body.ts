/** Reads what a request to the door says; secrets are taken letter by letter. */
import type { FastifyRequest } from 'fastify'
import type { Input } from '../action/action.ts'
import { program } from '../access/person.ts'
import { failInput } from '../base/fail.ts'
import { parseInput } from '../entity/parse-draft.ts'
import { f } from '../field/f.ts'
import type { Field, Fields } from '../field/field.ts'
import { today } from '../time/date.ts'

const longestSecret = 1000

/** A password: unlike other texts it keeps its blanks. */
export const secretField = f.json({ required: true }) as unknown as Field<string, true>

/**
 * @throws {Refusal} `input.invalid` with one problem per faulty field
 */
export function readBody<const I extends Fields>(request: FastifyRequest, fields: I, now: Date) {
  const place = {
    today: today(now, 'UTC'),
    now,
    timeZone: 'UTC',
    country: '',
    currency: '',
    me: null,
  }
  const values = parseInput(fields, withoutEmpty(fields, request.body ?? {}), {
    person: program,
    place,
    partial: false,
  })
  for (const [name, field] of Object.entries(fields)) {
    if (field === secretField) checkSecret(name, values[name])
  }
  return values as Input<I>
}

/** An empty secret is a missing one, and told together with what else is missing. */
function withoutEmpty(fields: Fields, body: unknown): unknown {
  if (typeof body !== 'object' || Array.isArray(body) || body === null) return body
  const given = Object.entries(body)
  return Object.fromEntries(
    given.filter(([name, value]) => fields[name] !== secretField || value !== ''),
  )
}

function checkSecret(field: string, value: unknown): void {
  if (typeof value !== 'string') failInput([{ field, rule: 'field.text-expected', facts: {} }])
  if (!value.isWellFormed()) {
    failInput([{ field, rule: 'field.unreadable-characters', facts: {} }])
  }
  if (value.length > longestSecret) {
    const facts = { longest: longestSecret, length: value.length }
    failInput([{ field, rule: 'field.too-long', facts }])
  }
}
