/** What a module shows of a record above its fields; it is loaded with the first such record. */
import type { EntityMeta, RecordAnswer } from '#kernel/http/wire.ts'
import { createElement, lazy, Suspense, type ComponentType } from 'react'

export interface OverviewProps {
  entity: EntityMeta
  answer: RecordAnswer
}

function Nothing(): null {
  return null
}

const registered = new Map<string, ComponentType<OverviewProps>>()

/** Called by a module's `*.web.ts`, once per entity. */
export function registerOverview(
  entity: string,
  load: () => Promise<ComponentType<OverviewProps>>,
): void {
  registered.set(
    entity,
    // Without a connection it may be out of reach; the record itself is there all the same.
    lazy(async () => ({ default: await load().catch(() => Nothing) })),
  )
}

/** Nothing where no module has anything to show of such records. */
export function RecordOverview({ entity, answer }: OverviewProps) {
  const found = registered.get(entity.name)
  if (!found || answer.deletedAt !== null) return null
  return (
    <Suspense fallback={<div className="record-overview" />}>
      {createElement(found, { entity, answer })}
    </Suspense>
  )
}
