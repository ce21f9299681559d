/** Whom to mention is found by one letter, by pinyin, by initials and by the name itself. */
import { expect, test } from 'vitest'
import { sightOf } from '../action/caller.ts'
import { people } from '../testing/people.ts'
import { useWorld } from '../testing/world.ts'
import { User } from '../access/user.entity.ts'
import { findPeople } from './find-people.ts'

const world = useWorld([people])

test.each([
  ['w', ['王小明']],
  ['wxm', ['王小明']],
  ['wang', ['王小明']],
  ['王', ['王小明']],
  ['C', ['Mei Chen']],
  ['c', ['Mei Chen']],
  ['x', ['王小明']],
  ['q', []],
])('%s finds %j', async (query, names) => {
  const { house, program } = world()
  for (const name of ['王小明', 'Mei Chen'])
    if ((await program.list(User, { where: { name } })).length === 0)
      await program.create(User, { name, email: `${name.length}@harbor.example` })
  const sight = await sightOf(house, program.caller)
  const found = await findPeople(house.database, sight, query)
  expect(found.map(({ title }) => title)).toEqual(names)
})
