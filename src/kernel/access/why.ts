/** Explains a permission in words: why a colleague can, or cannot, see a record. */
import { fail } from '../base/fail.ts'
import { sightOf, type Caller } from '../action/caller.ts'
import { name, raw, sql } from '../db/sql.ts'
import type { Entity, Scope } from '../entity/entity.ts'
import type { House } from '../house.ts'
import type { Speech } from '../http/voice.ts'
import { compileWhere } from '../query/compile-where.ts'
import { find, type Found } from '../query/find.ts'
import { titlesByIds } from '../query/titles.ts'
import { personOf } from './load-person.ts'
import { administrator, type Person } from './person.ts'
import { rowScope, type Sight } from './scope.ts'
import { scopeWords } from './scope-words.ts'
import { shareReasons } from './share-reasons.ts'

export interface Why {
  visible: boolean
  /** One sentence for each way that leads to the record, or for each that does not. */
  because: string[]
}

interface Question {
  house: House
  entity: Entity
  id: string
  /** The record as the asker sees it. */
  found: Found
  /** What the permission compiler knows of the colleague. */
  sight: Sight
  speech: Speech
}

/** The asker must see the record too: the explanation is no way around permission. */
export async function whyVisible(
  house: House,
  caller: Caller,
  entity: Entity,
  id: string,
  user: string,
  speech: Speech,
): Promise<Why> {
  const own = await sightOf(house, caller)
  const found = await find(house.database, own, entity, id)
  const person = await personOf(house.database, caller.tenant, user, own.reader.today)
  if (!person) return withoutSignIn(house, caller, user, speech)
  const sight = await sightOf(house, { ...caller, person })
  if (person.roles.includes(administrator))
    return { visible: true, because: [speech.t('Is an administrator and sees everything.')] }
  const question: Question = { house, entity, id, found, sight, speech }
  const visible = await holds(question, entity, id, null)
  const reasons = [
    ...(await roleReasons(question, visible)),
    ...(await inheritReasons(question, visible)),
    ...(await shareReasons(house, sight, entity, id, visible, speech)),
  ]
  return { visible, because: [...new Set(reasons)] }
}

async function withoutSignIn(
  house: House,
  { tenant }: Caller,
  user: string,
  { t }: Speech,
): Promise<Why> {
  const rows = await house.database.read(
    tenant,
    sql`select 1 from "user" where tenant = ${tenant} and id = ${user}::uuid`,
  )
  if (rows.length === 0) fail('record.not-found', {}, { status: 404 })
  return { visible: false, because: [t('This person may not sign in.')] }
}

/** What each role gives; for a record that is not seen, what it gives instead. */
async function roleReasons(question: Question, visible: boolean): Promise<string[]> {
  const { house, entity, id, sight, speech } = question
  const { person, tenant } = sight.reader
  const names = await roleNames(house, tenant, person)
  const reasons: string[] = []
  if (person.roles.length === 0 && !visible) reasons.push(speech.t('This person has no role.'))
  for (const [role, scopes] of scopesByRole(sight, entity)) {
    const named = names.get(role) ?? speech.t('Everyone')
    if (scopes.length === 0 && !visible)
      reasons.push(speech.t('The role {role} sees no records of this kind.', { role: named }))
    for (const scope of scopes) {
      const reaches = await holds(question, entity, id, scope)
      if (reaches === visible) reasons.push(scopeReason(question, named, scope, visible))
    }
  }
  return reasons
}

function scopeReason(question: Question, role: string, scope: Scope, visible: boolean): string {
  const { t } = question.speech
  if (scope === 'all') return t('The role {role} sees all records of this kind.', { role })
  const conditions = scopeWords(question.entity, scope, t)
  const sentence = visible
    ? t('The role {role} sees it, because: {conditions}.', { role, conditions })
    : t('The role {role} sees only those of which this holds: {conditions}.', { role, conditions })
  return [sentence, ...namedPeople(question, scope)].join(' ')
}

/** Who it is that the record names, where the right goes by people. */
function namedPeople({ entity, found, speech }: Question, scope: Scope): string[] {
  return Object.keys(scope).flatMap((key) => {
    const field = entity.fields[key]
    const id = found.row[key]
    const person = field?.target && typeof id === 'string' && found.refs[field.target]?.[id]?.title
    if (!field || !person || field.kind !== 'person') return []
    return [speech.t('Here {field} is {person}.', { field: speech.t(field.label ?? key), person })]
  })
}

function scopesByRole({ grants, reader }: Sight, entity: Entity): [role: string, Scope[]][] {
  const scopesOf = (roles: readonly string[]) =>
    grants.scopes({ ...reader.person, roles }, entity.name, 'read')
  const everyones = scopesOf([])
  const known = new Set(everyones.map((scope) => JSON.stringify(scope)))
  const own = reader.person.roles.map((role): [string, Scope[]] => [
    role,
    scopesOf([role]).filter((scope) => !known.has(JSON.stringify(scope))),
  ])
  return everyones.length > 0 ? [...own, ['everyone', everyones]] : own
}

async function roleNames(
  house: House,
  tenant: string,
  { roles }: Person,
): Promise<Map<string, string>> {
  const rows = await house.database.read<{ key: string; name: string }>(
    tenant,
    sql`select key, name from role where tenant = ${tenant} and key = any(${roles}::text[])`,
  )
  return new Map([
    ...roles.map((role) => [role, role] as const),
    ...rows.map((row) => [row.key, row.name] as const),
  ])
}

/** Contacts are seen with their customer, comments with what they hang on. */
async function inheritReasons(question: Question, visible: boolean): Promise<string[]> {
  const { house, entity, found, sight, speech } = question
  const { inherit } = entity.access
  if (!inherit) return []
  const target = inherit === 'record' ? found.row.entity : entity.fields[inherit]?.target
  const parent = house.registry.entities.get(String(target))
  const id = found.row[inherit]
  if (!parent || typeof id !== 'string') return []
  if ((await holds(question, parent, id, null)) !== visible) return []
  const titles = await titlesByIds(house, sight, new Map([[parent.name, new Set([id])]]))
  const facts = { entity: speech.t(parent.label.one), title: titles.get(id) ?? '' }
  return [
    visible
      ? speech.t('Sees {title} ({entity}), to which this belongs.', facts)
      : speech.t('Does not see {title} ({entity}), to which this belongs.', facts),
  ]
}

/** @param scope the rows of one right; null = all that leads to the record */
async function holds(
  { house, sight }: Question,
  entity: Entity,
  id: string,
  scope: Scope | null,
): Promise<boolean> {
  if (scope === 'all') return true
  const { reader } = sight
  const condition =
    scope === null ? rowScope(sight, entity, 'read', 'r') : compileWhere(entity, scope, reader, 'r')
  const rows = await house.database.read(
    reader.tenant,
    sql`select 1 from ${name(entity.table)} ${raw('r')}
      where r.tenant = ${reader.tenant} and r.id = ${id}::uuid and ${condition}`,
  )
  return rows.length > 0
}
