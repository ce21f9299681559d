/** What a person, or whoever has a role, may see and do: told to administrators, never acted on. */
import { sightOf, type Caller } from '../action/caller.ts'
import { newId } from '../db/new-id.ts'
import { sql } from '../db/sql.ts'
import { allFields, lineFields, type Entity } from '../entity/entity.ts'
import type { House } from '../house.ts'
import type { Speech } from '../http/voice.ts'
import { count, type Count } from '../query/figures.ts'
import type { Where } from '../query/where.ts'
import { seesField } from './fields.ts'
import type { Person } from './person.ts'
import type { Sight } from './scope.ts'
import { scopeWords } from './scope-words.ts'
import { readsAny } from './visible-among.ts'

/** A right that is given; `only` says in words which rows it reaches, none = all of them. */
export interface GivenRight {
  right: string
  label: string
  only: string[]
}

export interface ViewedKind {
  entity: string
  label: string
  /** Records that can be read; null = none, not even the page. */
  count: Count | null
  rights: GivenRight[]
  actions: GivenRight[]
  /** Labels of the fields that are cut out. */
  hidden: string[]
}

export interface View {
  kinds: ViewedKind[]
  /** Labels of the reports that can be asked. */
  reports: string[]
}

const rights = ['create', 'update', 'delete', 'export', 'import', 'merge']

/** Counts as the person would: by the one compiler of permission, with nobody signed in. */
export async function viewAs(
  house: House,
  caller: Caller,
  person: Person,
  speech: Speech,
): Promise<View> {
  const sight = await sightOf(house, { ...caller, person })
  const kinds: ViewedKind[] = []
  for (const entity of sight.registry.entities.values())
    if (!entity.isLine) kinds.push(await viewedKind(house, sight, entity, speech))
  const reports = [...sight.registry.reports.values()].filter(
    ({ name }) => sight.grants.scopes(person, name, 'report').length > 0,
  )
  return { kinds, reports: reports.map(({ label }) => speech.t(label)) }
}

async function viewedKind(
  house: House,
  sight: Sight,
  entity: Entity,
  speech: Speech,
): Promise<ViewedKind> {
  const reads = readsAny(sight, entity)
  const isWritten = !entity.managed && !entity.appendOnly
  const asked = rights.filter((right) => isWritten || right === 'export')
  const given = (right: string, label: string) => givenRight(sight, entity, right, label, speech)
  const actions = [...(sight.registry.actions.get(entity.name)?.values() ?? [])]
  return {
    entity: entity.name,
    label: speech.t(entity.label.many),
    count: reads ? await count(house.database, sight, entity, { where: {} }) : null,
    rights: asked.flatMap((right) => given(right, right)),
    actions: actions
      .filter(({ internal }) => !internal)
      .flatMap(({ name, label }) => given(`do:${name}`, speech.t(label))),
    hidden: reads ? hiddenFields(sight, entity, speech) : [],
  }
}

function givenRight(
  { grants, reader }: Sight,
  entity: Entity,
  right: string,
  label: string,
  { t }: Speech,
): GivenRight[] {
  const scopes = grants.scopes(reader.person, entity.name, right)
  if (scopes.length === 0) return []
  const words = (scope: Where) => t('{conditions}', { conditions: scopeWords(entity, scope, t) })
  const only = scopes.flatMap((scope) => (scope === 'all' ? [] : [words(scope)]))
  return [{ right, label, only: [...new Set(only)] }]
}

/** Of the record and of its lines. */
function hiddenFields({ reader }: Sight, entity: Entity, { t }: Speech): string[] {
  const cut = (of: Entity) =>
    Object.entries(allFields(of)).flatMap(([name, field]) =>
      seesField(field, reader.person) ? [] : [t(field.label ?? name)],
    )
  const ofLines = lineFields(entity).flatMap(([name, lines]) => {
    const block = t(entity.fields[name]?.label ?? name)
    return cut(lines).map((label) => `${block}: ${label}`)
  })
  return [...cut(entity), ...ofLines]
}

/** That it was looked at, and by whom, stands in the log with the person or the role. */
export function noteView(
  house: House,
  { tenant, person, via, requestId }: Caller,
  entity: 'user' | 'role',
  record: string,
): Promise<void> {
  const at = house.now()
  return house.database.transaction(tenant, async (tx) => {
    await tx.query(
      sql`insert into audit (tenant, id, at, by_user, via, entity, record, action, request)
        values (${tenant}, ${newId(at.getTime())}, ${at}, ${person.id}, ${via}, ${entity},
          ${record}, 'viewed-as', ${requestId ?? null})`,
    )
  })
}
