/** Why a cell of a list cannot be changed where it stands; most of them can. */
import type { ClosedRow, FieldMeta } from '#kernel/http/wire.ts'
import type { Translate } from '#ui/base/house.tsx'

export type Obstacle =
  | 'computed'
  | 'number'
  | 'state'
  | 'lines'
  | 'right'
  | 'follows'
  | 'page'
  | 'not-yours'
  | 'locked'

/** Too large for a cell, or known only beside other fields. */
const onPage = new Set<FieldMeta['kind']>(['richText', 'address', 'file', 'picture'])

function fieldObstacle(field: FieldMeta): Obstacle | null {
  if (field.kind === 'state') return 'state'
  if (field.kind === 'serial') return 'number'
  if (field.kind === 'lines') return 'lines'
  if (field.computed || field.kind === 'json' || field.kind === 'filter') return 'computed'
  if (field.readOnly) return 'right'
  if (Object.keys(field.fills ?? {}).length > 0) return 'follows'
  return onPage.has(field.kind) || field.targetIn ? 'page' : null
}

/** @param closed what the server says of the row; undefined = it is open */
export function obstacleOf(field: FieldMeta, closed: ClosedRow | undefined): Obstacle | null {
  const own = fieldObstacle(field)
  if (own !== null || closed === undefined) return own
  if (typeof closed === 'string') return closed
  return closed.includes(field.name) ? 'locked' : null
}

export function obstacleText(obstacle: Obstacle, { label }: FieldMeta, t: Translate): string {
  const texts: Record<Obstacle, string> = {
    computed: t('{field} is worked out by the program.', { field: label }),
    number: t('Numbers are given by the program.'),
    state: t('{field} changes by the buttons on the record’s page.', { field: label }),
    lines: t('Lines are changed on the record’s page.'),
    right: t('Your roles do not allow changing {field}.', { field: label }),
    follows: t('Other fields follow {field}: change it on the record’s page.', { field: label }),
    page: t('{field} is changed on the record’s page.', { field: label }),
    'not-yours': t('You may see this record but not change it.'),
    locked: t('{field} is locked in the present state.', { field: label }),
  }
  return texts[obstacle]
}
