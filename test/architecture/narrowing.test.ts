/** What narrows a choice, and what an action sets, stands beside it and fits. */
import { expect, test } from 'vitest'
import { allFields, type Entity } from '#kernel/entity/entity.ts'
import type { Fields } from '#kernel/field/field.ts'
import { kernelModule } from '#kernel/kernel-module.ts'
import { buildRegistry } from '#kernel/registry.ts'
import { modules } from '#modules/index.ts'

const registry = buildRegistry([kernelModule, ...modules])
const entities = [...registry.entities.values()]
const actions = registry.modules.flatMap((module) => module.actions)

/** The record and what it may point to have the same field, which points to the same. */
function misfits(fields: Fields, beside: Entity): string[] {
  return Object.entries(fields).flatMap(([name, { within, target = '' }]) => {
    if (within === undefined) return []
    const other = registry.entities.get(target)
    const [here, there] = [allFields(beside)[within], other && allFields(other)[within]]
    const fits = here !== undefined && there !== undefined && here.target === there.target
    return fits ? [] : [`${beside.name}.${name} within ${within}`]
  })
}

test('what narrows a choice is a field of the record and of what it chooses from', () => {
  const ofRecords = entities.flatMap((entity) => misfits(entity.fields, entity))
  const ofActions = actions.flatMap(({ input, entity }) => misfits(input, entity))
  expect([...ofRecords, ...ofActions]).toEqual([])
})

test('an action sets a field of its record from an input that points to the same', () => {
  const setting = actions.filter(({ sets }) => sets !== undefined)
  expect(setting.length).toBeGreaterThan(0)
  const wrong = setting.flatMap(({ entity, name, input, sets = {} }) =>
    Object.entries(sets)
      .filter(([field, from]) => {
        const [of, by] = [entity.fields[field], input[from]]
        return !of || !by || of.kind !== by.kind || of.target !== by.target
      })
      .map(([field, from]) => `${entity.name}.${name}: ${field} from ${from}`),
  )
  expect(wrong).toEqual([])
})

test('only what the program writes is open to files alone; only lines may be none', () => {
  const wrong = entities.flatMap((entity) =>
    Object.entries(entity.fields)
      .filter(([, { broughtIn, computed, mayBeNone, kind, asSteps, target }]) => {
        const isStrange = (broughtIn && !computed) || (mayBeNone && kind !== 'lines')
        return isStrange || (asSteps && !registry.entities.get(target ?? '')?.list?.sort)
      })
      .map(([name]) => `${entity.name}.${name}`),
  )
  expect(wrong).toEqual([])
})
