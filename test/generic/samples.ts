/** A company full of sample rows of every entity, owned by different people, in every state. */
import type { Ctx } from '#kernel/action/ctx.ts'
import { lineFields, stateField, columnName, type Entity } from '#kernel/entity/entity.ts'
import type { Registry } from '#kernel/registry.ts'
import type { Company, Product } from './product.ts'
import { mostSamples, sampleDraft, type Surroundings } from './sample-values.ts'

export interface Samples {
  /** Ids of the rows made, by entity, lines included. */
  ids: ReadonlyMap<string, readonly string[]>
  around: Surroundings
}

export interface SampleWish {
  /** Users that own the rows by turns. */
  people: readonly string[]
  count: number
  /** Leave every row in the state it starts in. */
  onlyNew?: boolean
}

export async function makeSamples(
  { house, asOwner }: Product,
  company: Company,
  wish: SampleWish,
): Promise<Samples> {
  const ids = new Map<string, string[]>([['user', [...wish.people]]])
  const made = inOrder(house.registry).filter((entity) => entity.name !== 'user')
  const around = await company.within(async (ctx) => {
    const place = { ids, people: wish.people, today: ctx.today, now: ctx.now.toISOString() }
    for (const entity of made) await addRows(ctx, entity, place, ids, wish.count)
    return place
  })
  const updates = made.flatMap((entity) =>
    (ids.get(entity.name) ?? []).map((id, index) => {
      const creator = wish.people[index % wish.people.length]
      const state = wish.onlyNew ? null : stateOf(entity, index)
      const set = state ? `, "${columnName(state.field)}" = '${state.value}'` : ''
      return `update "${entity.table}" set created_by = '${creator}'${set} where id = '${id}'`
    }),
  )
  await asOwner(updates.join(';'))
  return { ids, around }
}

function stateOf(entity: Entity, index: number) {
  const field = stateField(entity)
  const options = field ? (entity.fields[field]?.options ?? []) : []
  const value = options[index % Math.max(options.length, 1)]?.value
  return field && value ? { field, value } : null
}

async function addRows(
  ctx: Ctx,
  entity: Entity,
  place: Surroundings,
  ids: Map<string, string[]>,
  count: number,
): Promise<void> {
  const most = Math.min(count, mostSamples[entity.name] ?? count)
  for (let index = 0; index < most; index += 1) {
    const row = await ctx.create(entity, sampleDraft(entity, index, place, true))
    ids.set(entity.name, [...(ids.get(entity.name) ?? []), row.id])
    for (const [field, lines] of lineFields(entity)) {
      const own = (row as unknown as Record<string, { id: string }[]>)[field] ?? []
      ids.set(lines.name, [...(ids.get(lines.name) ?? []), ...own.map((line) => line.id)])
    }
  }
}

/** Entities so that what a required reference points to comes first. */
export function inOrder(registry: Registry): Entity[] {
  const done = new Set<Entity>()
  const add = (entity: Entity, way: readonly Entity[]): void => {
    if (done.has(entity) || way.includes(entity)) return
    for (const target of targetsOf(registry, entity)) add(target, [...way, entity])
    done.add(entity)
  }
  for (const entity of registry.entities.values()) if (!entity.isLine) add(entity, [])
  return [...done]
}

function targetsOf(registry: Registry, entity: Entity): Entity[] {
  const own = [entity, ...lineFields(entity).map(([, lines]) => lines)]
  const fields = own.flatMap((one) => Object.values(one.fields))
  const names = fields.flatMap((field) =>
    field.kind === 'lines'
      ? []
      : field.target
        ? [field.target]
        : field.kind === 'ref'
          ? ['customer']
          : [],
  )
  return names.flatMap((name) => {
    const target = registry.entities.get(name)
    if (!target?.isLine) return target ? [target] : []
    return [...registry.entities.values()].filter((parent) =>
      lineFields(parent).some(([, lines]) => lines.name === name),
    )
  })
}
