/** A reporting line for tests: from then on one reports to the other. */
import { actorOf, type Actor, type World } from '#kernel/testing/world.ts'
import { User } from '#modules/people/index.ts'

export const idOf = ({ caller }: Actor) => caller.person.id ?? ''

/** @returns the superior, who knows of it */
export async function reportsTo(world: World, person: Actor, superior: Actor): Promise<Actor> {
  await world.within((ctx) => ctx.save(User, idOf(person), { reportsTo: idOf(superior) }))
  const { caller } = superior
  const team = [...caller.person.team, idOf(person)]
  return actorOf(world.house, { ...caller, person: { ...caller.person, team } })
}
