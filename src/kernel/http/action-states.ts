/** What may be done with a record now, and why the rest may not. */
import { stateField, type Entity } from '../entity/entity.ts'
import type { Action } from '../action/action.ts'
import { startsFrom } from '../action/perform.ts'
import type { Speech } from './voice.ts'
import type { ActionState, WireRow } from './wire.ts'

/** What is offered to the person of this record; actions that the state forbids say why. */
export function actionStates(
  entity: Entity,
  row: WireRow,
  actions: readonly Action[],
  speech: Speech,
): ActionState[] {
  const field = stateField(entity)
  const options = field ? (entity.fields[field]?.options ?? []) : []
  const labelOf = (state: string) =>
    speech.t(options.find((option) => option.value === state)?.label ?? state)
  return actions.map((action) => {
    const possible = !row.deletedAt && startsFrom(action, row)
    if (possible) return { name: action.name, possible }
    const states = (action.from ?? []).map(labelOf).join(' / ')
    return {
      name: action.name,
      possible,
      why: speech.t('Possible when the status is: {states}', { states }),
    }
  })
}
