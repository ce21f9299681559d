/** What each role may do, as declared and as an administrator changed it: the matrix of rights. */
import type { FastifyInstance } from 'fastify'
import { sql } from '../db/sql.ts'
import { lineFields, type Entity, type Grant, type Scope } from '../entity/entity.ts'
import type { House } from '../house.ts'
import { administratorOf } from '../http/administrator.ts'
import type { Asker } from '../http/asker.ts'
import type { Speech, Voice } from '../http/voice.ts'
import { declaredGrants, grantScope } from './grant-book.ts'

interface RoleRow {
  id: string
  key: string
  name: string
}

interface ChangeRow {
  id: string
  version: number
  role: string
  entity: string
  right: string
  allowed: boolean
  scope: Scope | null
}

export interface RightLine {
  entity: string
  /** 'read', 'do:confirm', or 'report' (entity = report name). */
  right: string
  label: string
  /** By role key: rows it reaches as the program declares it; null = none. */
  declared: Record<string, Scope | null>
  /** Whoever may read this may read these records too: the label of what they belong to. */
  inherits?: string
}

/** One field of a kind of record, or of its lines; what is declared of it for the roles. */
export interface FieldLine {
  /** Whose grants 'see:<field>' and 'change:<field>' they are: the lines' own, for a line. */
  entity: string
  /** The kind of record on whose page it stands. */
  of: string
  field: string
  label: string
  /** Never entered by hand. */
  computed?: true
  seenBy?: readonly string[]
  changedBy?: readonly string[]
}

/** For administrators: all rights with each role's declared reach, and the changes made to them. */
export function registerRightsRoutes(app: FastifyInstance, asker: Asker, voice: Voice): void {
  app.get('/api/rights', async (request) => {
    const { caller, house } = await administratorOf(asker, request, 'Rights')
    const [roles, changes] = await Promise.all([
      house.database.read<RoleRow>(
        caller.tenant,
        sql`select id, key, name from role
          where tenant = ${caller.tenant} and deleted_at is null order by name`,
      ),
      house.database.read<ChangeRow>(
        caller.tenant,
        sql`select g.id, g.version, r.key as role, g.entity, g.right, g.allowed, g.scope
          from "grant" g join role r on r.tenant = g.tenant and r.id = g.role
          where g.tenant = ${caller.tenant} and g.deleted_at is null`,
      ),
    ])
    const keys = [...roles.map(({ key }) => key), 'everyone']
    const speech = voice.of(request, caller)
    const [lines, fields] = [rightLines(house, keys, speech), fieldLines(house, speech)]
    return { roles, changes, lines, fields }
  })
}

const entityRights = ['read', 'create', 'update', 'delete', 'export', 'import', 'merge']
const readRights = ['read', 'export']

function rightLines(house: House, roles: readonly string[], { t }: Speech): RightLine[] {
  const { registry } = house
  const declared = declaredGrants(registry)
  const reach = (grant: Grant | undefined) =>
    Object.fromEntries(roles.map((role) => [role, grant ? grantScope(grant, role) : null]))
  const line = (entity: string, right: string, label: string): RightLine => {
    return { entity, right, label, declared: reach(declared.get(`${entity} ${right}`)) }
  }
  const ofEntities = [...registry.entities.values()].flatMap((entity) => {
    if (entity.isLine) return []
    const actions = [...(registry.actions.get(entity.name)?.values() ?? [])]
    const open = actions.filter((action) => !action.internal)
    return [
      ...rightsOf(entity).map((right) => ({
        ...line(entity.name, right, right),
        ...(right === 'read' ? inherited(house, entity, t) : {}),
      })),
      ...open.map(({ name, label }) => line(entity.name, `do:${name}`, t(label))),
    ]
  })
  const ofReports = [...registry.reports.values()].map(({ name, label }) =>
    line(name, 'report', t(label)),
  )
  return [...ofEntities, ...ofReports]
}

/** Contacts are read with their customer, comments with the record they hang on. */
function inherited(house: House, entity: Entity, t: Speech['t']): { inherits?: string } {
  const { inherit } = entity.access
  if (!inherit) return {}
  const target = house.registry.entities.get(entity.fields[inherit]?.target ?? '')
  return { inherits: t(target?.label.one ?? 'Record') }
}

/** What the program alone writes can be read and exported, nothing else. */
function rightsOf(entity: Entity): string[] {
  if (entity.managed || entity.appendOnly) return readRights
  return entityRights.filter((right) => right !== 'create' || entity.access.create)
}

/** Fields that can be cut; what the program alone writes has no change to give. */
function fieldLines({ registry }: House, { t }: Speech): FieldLine[] {
  return [...registry.entities.values()].flatMap((entity) => {
    if (entity.isLine) return []
    const own = cuttable(entity, entity, (label) => t(label))
    const ofLines = lineFields(entity).flatMap(([name, lines]) => {
      const block = t(entity.fields[name]?.label ?? name)
      return cuttable(entity, lines, (label) => `${block}: ${t(label)}`)
    })
    return [...own, ...ofLines]
  })
}

function cuttable(of: Entity, entity: Entity, say: (label: string) => string): FieldLine[] {
  const isWritten = !of.managed && !of.appendOnly
  return Object.entries(entity.fields).flatMap(([name, field]) => {
    if (field.home === undefined || field.kind === 'lines') return []
    const { seenBy, changedBy, label = name } = field
    return [
      {
        entity: entity.name,
        of: of.name,
        field: name,
        label: say(label),
        ...(field.computed || !isWritten ? { computed: true as const } : {}),
        ...(seenBy ? { seenBy } : {}),
        ...(changedBy ? { changedBy } : {}),
      },
    ]
  })
}
