/** One right of one role: none, all rows, or the rows of certain people; kept as soon as chosen. */
import { api } from '#ui/base/api.ts'
import type { ApiProblem } from '#ui/base/api.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import type { Translate } from '#ui/base/house.tsx'
import type { EntityMeta } from '#kernel/http/wire.ts'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Select } from 'antd'
import { personScopes, reachOf, sameScope, scopeKey, scopeOfKey } from './rights.ts'
import type { RightChange, RightLine, RightsAnswer, Scope } from './rights.ts'

interface RightCellProps {
  answer: RightsAnswer
  line: RightLine
  role: { id: string; key: string; name: string }
}

/** These are given or not; rows do not come into it. */
const WITHOUT_ROWS = new Set(['create', 'import', 'report'])

export function RightCell({ answer, line, role }: RightCellProps) {
  const t = useT()
  const entity = useHouse().entities[line.entity]
  const { scope, change } = reachOf(answer, line, role.key)
  const declared = line.declared[role.key] ?? null
  const isChanged = change !== undefined && !sameScope(scope, declared)
  const keep = useKeep(line, role, change)
  const everyones = reachOf(answer, line, 'everyone').scope
  const options = optionsOf(entity, line, [scope, declared], t).map((option) => {
    return option.value === 'none'
      ? { ...option, label: withoutOwn(line, everyones, entity, t) }
      : option
  })
  const shortly = shortText(scope, everyones, entity, t)
  // What everybody has is declared; a role of that name does not exist to be given more.
  if (role.key === 'everyone') {
    return (
      <span className="right-fixed" data-reach={reachKind(scope, null)}>
        {labelOf(scope, entity, t)}
      </span>
    )
  }
  return (
    <span className={isChanged ? 'right-changed' : undefined}>
      <Select
        size="small"
        variant="borderless"
        className="right-cell"
        data-reach={reachKind(scope, everyones)}
        aria-label={t('{right} for {role}', { right: line.label, role: role.name })}
        popupMatchSelectWidth={220}
        loading={keep.isPending}
        value={scopeKey(scope)}
        options={options}
        labelRender={({ label }) => shortly ?? label}
        onChange={(key: string) => keep.mutate(scopeOfKey(key))}
      />
    </span>
  )
}

/** How far a right reaches, as the eye should take it in at once. */
function reachKind(scope: Scope | null, everyones: Scope | null): string {
  if (scope === 'all') return 'all'
  if (scope !== null) return 'some'
  return everyones === null ? 'none' : 'everyone'
}

/** In the matrix: the person in charge goes without saying, the list of choices names her. */
function shortText(
  scope: Scope | null,
  everyones: Scope | null,
  entity: EntityMeta | undefined,
  t: Translate,
): string | undefined {
  if (scope === null) return everyones === null ? undefined : t('like everyone')
  const [mine, teams] = entity ? personScopes(entity) : []
  if (mine && sameScope(scope, mine.scope)) return t('own ones')
  return teams && sameScope(scope, teams.scope) ? t("the team's") : undefined
}

function useKeep(line: RightLine, role: RightCellProps['role'], change: RightChange | undefined) {
  const queries = useQueryClient()
  const { showProblem } = useUndoMessage()
  return useMutation<unknown, ApiProblem, Scope | null>({
    mutationFn: (scope) => {
      const reach = { allowed: scope !== null, scope: scope === 'all' ? null : scope }
      if (change) {
        return api.patch(`/api/grant/${change.id}`, { version: change.version, ...reach })
      }
      const { entity, right } = line
      return api.post('/api/grant', { role: role.id, entity, right, ...reach })
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['list', 'grant'] }),
    onError: showProblem,
  })
}

function optionsOf(
  entity: EntityMeta | undefined,
  line: RightLine,
  present: readonly (Scope | null)[],
  t: Translate,
) {
  const people = entity && !WITHOUT_ROWS.has(line.right) ? personScopes(entity) : []
  const scopes = [null, 'all' as const, ...people.map(({ scope }) => scope), ...present]
  const keys = [...new Set(scopes.map(scopeKey))]
  return keys.map((value) => ({ value, label: labelOf(scopeOfKey(value), entity, t) }))
}

/** What a role without a right of its own still has: what everybody has, or by inheritance. */
function withoutOwn(
  line: RightLine,
  everyones: Scope | null,
  entity: EntityMeta | undefined,
  t: Translate,
): string {
  if (everyones === 'all') return t('like everyone')
  if (everyones !== null)
    return t('like everyone: {scope}', { scope: labelOf(everyones, entity, t) })
  return line.inherits ? t('as {record}', { record: line.inherits }) : '—'
}

function labelOf(scope: Scope | null, entity: EntityMeta | undefined, t: Translate): string {
  if (scope === null) return '—'
  if (scope === 'all') return t('all')
  const entries = Object.entries(scope)
  const [name, who] = entries[0] ?? []
  const field = entity?.fields.find((each) => each.name === name)?.label ?? name ?? ''
  if (entries.length === 1 && who === 'me') return t('{field}: me', { field })
  if (entries.length === 1 && who === 'my-team') return t('{field}: my team', { field })
  return t('certain rows')
}
