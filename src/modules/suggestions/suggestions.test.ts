/** A suggestion reaches whom it is meant for and nobody else, and its author gets the answer. */
import { expect, test } from 'vitest'
import { sql } from '#kernel/db/sql.ts'
import { actorOf, refuses, useWorld, type Actor } from '#kernel/testing/world.ts'
import { modules } from '#modules/index.ts'
import { Department, User } from '#modules/people/index.ts'
import { acceptSuggestion, answerSuggestion, declineSuggestion, Suggestion } from './index.ts'

const world = useWorld(modules)
const idOf = ({ caller }: Actor) => caller.person.id ?? ''
const idea = { name: 'Fewer forms', text: 'One form for both.' } as const

function toldOf(record: string, { caller }: Actor): Promise<{ rule: string }[]> {
  return world().within((ctx) =>
    ctx.sql<{ rule: string }>(sql`select n.rule from notification n
      where n.tenant = ${ctx.tenant} and n.record = ${record}::uuid
        and n.person = ${caller.person.id}::uuid`),
  )
}

test('to the superior where nobody is named, told both ways', async () => {
  const [ann, lead, bob] = [
    await world().as('sales'),
    await world().as('sales-lead'),
    await world().as('sales', 'Bob'),
  ]
  await refuses(ann.create(Suggestion, idea), 'suggestion.to-nobody', 'to')
  await world().within((ctx) => ctx.save(User, idOf(ann), { reportsTo: idOf(lead) }))
  const { id } = await ann.create(Suggestion, idea)
  expect(await lead.see(Suggestion, id)).toMatchObject({ to: idOf(lead), status: 'new' })
  expect(await toldOf(id, lead)).toEqual([{ rule: 'notice.given' }])
  await refuses(bob.see(Suggestion, id), 'record.not-found')
  await refuses(ann.do(acceptSuggestion, id), 'action.not-allowed')
  await lead.do(answerSuggestion, id, { answer: 'Which forms?' })
  await lead.do(acceptSuggestion, id)
  expect(await ann.see(Suggestion, id)).toMatchObject({
    status: 'accepted',
    answer: 'Which forms?',
    answeredBy: idOf(lead),
  })
  expect((await toldOf(id, ann)).map(({ rule }) => rule)).toContain('notice.state-changed')
  await refuses(ann.update(Suggestion, id, { text: 'Otherwise' }), 'record.locked')
})

test('to a department: its people read and answer it, the manager too', async () => {
  const [ann, manager] = [await world().as('sales', 'Ann Two'), await world().as('manager')]
  const { id: department } = await world().program.create(Department, { name: 'Warehouse' })
  const storekeeper = await world().as('storekeeper')
  await world().within((ctx) => ctx.save(User, idOf(storekeeper), { department }))
  const { caller } = storekeeper
  const person = { ...caller.person, department, colleagues: [idOf(storekeeper)] }
  const keeper = actorOf(world().house, { ...caller, person })
  await refuses(
    ann.create(Suggestion, { ...idea, department, to: idOf(keeper) }),
    'suggestion.to-one',
  )
  await refuses(ann.create(Suggestion, { ...idea, to: idOf(ann) }), 'suggestion.to-oneself')
  const { id } = await ann.create(Suggestion, { ...idea, department })
  expect(await toldOf(id, keeper)).toEqual([{ rule: 'notice.given' }])
  expect(await keeper.list(Suggestion, { where: { department: 'my-department' } })).toHaveLength(1)
  await refuses(storekeeper.see(Suggestion, id), 'record.not-found')
  expect(await manager.see(Suggestion, id)).toMatchObject({ name: idea.name })
  await refuses(keeper.do(declineSuggestion, id), 'field.required', 'answer')
  await keeper.do(declineSuggestion, id, { answer: 'The law wants both.' })
  expect(await ann.see(Suggestion, id)).toMatchObject({ status: 'declined' })
})
