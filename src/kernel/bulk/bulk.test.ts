/** A change to many records: those that are refused stay as they were, the others change. */
import { expect, test } from 'vitest'
import { Department } from '../access/user.entity.ts'
import { fail } from '../base/fail.ts'
import { defineModule } from '../module.ts'
import { people } from '../testing/people.ts'
import { useWorld } from '../testing/world.ts'
import { bulk } from './bulk.ts'

/** Refuses after the record was written, as listeners do. */
const strict = defineModule({
  name: 'strict',
  label: 'Strict',
  on: {
    'department.update': (_ctx, { row }) => {
      const { name } = row as { name: string }
      return name.startsWith('Fixed') ? fail('department.fixed') : Promise.resolve()
    },
  },
  messages: { 'department.fixed': 'This department stays as it is.' },
})

const world = useWorld([people, strict])

test('what a listener refuses is not kept, however many they are', async () => {
  const { house, as } = world()
  const admin = await as('administrator')
  const head = await admin.create(Department, { name: 'Head office' })
  const free = await admin.create(Department, { name: 'Free' })
  const fixed = []
  for (let number = 1; number <= 25; number += 1)
    fixed.push(await admin.create(Department, { name: `Fixed ${number}` }))
  const ids = [...fixed, free].map(({ id }) => id)
  const answer = await bulk(house, admin.caller, Department, {
    pick: { ids },
    patch: { parent: head.id },
  })
  expect(answer).toMatchObject({ changed: 1 })
  expect(answer.refused.map(({ rule }) => rule)).toEqual(fixed.map(() => 'department.fixed'))
  const rows = await admin.list(Department, { where: { id: ids } })
  expect(rows.filter(({ parent }) => parent !== null).map(({ name }) => name)).toEqual(['Free'])
})
