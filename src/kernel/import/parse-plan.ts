/** Checks what a person chose for an import: reading of the file, columns, key and mode. */
import { z } from 'zod'
import { fail } from '../base/fail.ts'
import type { Entity } from '../entity/entity.ts'
import type { TableChoice } from './file/table.ts'
import type { ImportPlan } from './run-store.ts'
import type { ImportTarget } from './targets.ts'

const choice = z.strictObject({
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5', 'windows-1252']).optional(),
  separator: z.enum([',', '\t', ';', '|']).optional(),
  sheet: z.string().max(100).refine(isReadable).optional(),
  headerRow: z.int().min(0).max(1000).optional(),
})

/** No name of a sheet has what cannot be stored. */
function isReadable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000')
}

const plan = z.strictObject({
  mapping: z.record(z.string().regex(/^\d{1,3}$/u), z.string().max(120).nullable()),
  key: z.string().max(60).nullish(),
  mode: z.enum(['create', 'upsert', 'update']).default('create'),
  createMissing: z.boolean().default(false),
  likely: z.enum(['take', 'leave']).default('take'),
  except: z.array(z.int().min(1)).max(2000).default([]),
})

export const choiceKeys = Object.keys(choice.shape)
export const planKeys = Object.keys(plan.shape)

/** @throws {Refusal} `request.bad-parameter` naming the field */
export function parseChoice(body: unknown): TableChoice {
  const { encoding, separator, sheet, headerRow } = parsed(choice, body)
  return {
    ...(encoding === undefined ? {} : { encoding }),
    ...(separator === undefined ? {} : { separator }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(headerRow === undefined ? {} : { headerRow }),
  }
}

/** @throws {Refusal} also `import.field-twice`, `import.needs-field`, `import.needs-key` */
export function parsePlan(
  body: unknown,
  entity: Entity,
  targets: ImportTarget[],
  keys: string[],
): ImportPlan {
  const given = parsed(plan, body)
  const known = new Map(targets.map((target) => [target.field, target]))
  const used = new Set<string>()
  for (const field of Object.values(given.mapping)) {
    if (field === null) continue
    if (!known.has(field)) bad(`mapping.${field}`)
    if (used.has(field)) fail('import.field-twice', { field }, { field: 'mapping' })
    used.add(field)
  }
  if (used.size === 0) fail('import.nothing-mapped', {}, { field: 'mapping' })
  const key = given.key ?? null
  if (key !== null && (!keys.includes(key) || !used.has(key))) bad('key')
  if (given.mode !== 'create' && key === null) fail('import.needs-key', {}, { field: 'key' })
  const missing = given.mode === 'update' ? undefined : missingTarget(targets, used)
  if (missing) {
    const { of, definition } = missing
    const facts = { field: definition.label ?? of, entity: entity.label.one }
    fail('import.needs-field', facts, { field: 'mapping' })
  }
  return { ...given, key }
}

/** A field that a new record must have; of an address any part will do. */
function missingTarget(
  targets: ImportTarget[],
  used: ReadonlySet<string>,
): ImportTarget | undefined {
  const filled = new Set(targets.filter(({ field }) => used.has(field)).map(({ of }) => of))
  return targets.find(({ required, of }) => required && !filled.has(of))
}

function parsed<T>(schema: z.ZodType<T>, body: unknown): T {
  const answer = schema.safeParse(body)
  if (answer.success) return answer.data
  return bad(answer.error.issues[0]?.path.join('.') ?? 'body')
}

function bad(name: string): never {
  return fail('request.bad-parameter', { name }, { status: 400, field: name })
}
