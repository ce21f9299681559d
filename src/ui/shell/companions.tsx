/** What a module shows over whatever page is open, such as who is calling. */
import { useHouse } from '#ui/base/house.tsx'
import { createElement, lazy, Suspense, type ComponentType } from 'react'

function Nothing(): null {
  return null
}

const registered = new Map<string, ComponentType>()

/** Called by a module's `*.web.ts`: for whoever may read records of the entity. */
export function registerCompanion(entity: string, load: () => Promise<ComponentType>): void {
  registered.set(
    entity,
    lazy(async () => ({ default: await load().catch(() => Nothing) })),
  )
}

export function Companions() {
  const { entities } = useHouse()
  return [...registered].map(([entity, found]) =>
    entities[entity] ? <Suspense key={entity}>{createElement(found)}</Suspense> : null,
  )
}
