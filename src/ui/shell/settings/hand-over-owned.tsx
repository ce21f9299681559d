/** What somebody who leaves looks after, by kind: to one colleague, or to several by a rule. */
import type { ActionMeta, EntityMeta } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { useList } from '#ui/base/queries.ts'
import { AskedFields } from '#ui/field/asked-fields.tsx'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useHandOver } from './use-hand-over.ts'

interface OwnedProps {
  kind: EntityMeta
  leaver: string
  heir: string | null
}

export function Owned({ kind, leaver, heir }: OwnedProps) {
  const t = useT()
  const where = { owner: leaver }
  const { data } = useList(kind.name, { where, limit: 1, count: true, columns: [kind.title] })
  const { give, isBusy } = useHandOver(kind, leaver)
  const [isByRule, byRule] = useState(false)
  const { value = 0, capped = false } = data?.count ?? {}
  const transfer = kind.actions.find(({ name }) => name === 'transfer')
  if (value === 0) return null
  return (
    <>
      <tr>
        <th scope="row">
          <Link to="/list/$entity" params={{ entity: kind.name }} search={{ where, tab: 'All' }}>
            {kind.label.many}
          </Link>
        </th>
        <td className="number">
          {value}
          {capped && '+'}
        </td>
        <td className="number">
          <Button
            size="small"
            loading={isBusy}
            disabled={heir === null}
            onClick={() => heir !== null && void give({ patch: { owner: heir } })}
          >
            {t('Hand over {count, plural, one {# record} other {# records}}', { count: value })}
          </Button>
          {transfer && (
            <Button
              size="small"
              type="link"
              aria-expanded={isByRule}
              onClick={() => byRule(!isByRule)}
            >
              {t('To several, by a rule')}
            </Button>
          )}
        </td>
      </tr>
      {transfer && isByRule && (
        <tr>
          <td colSpan={3}>
            <ByRule kind={kind} leaver={leaver} action={transfer} />
          </td>
        </tr>
      )}
    </>
  )
}

interface ByRuleProps {
  kind: EntityMeta
  leaver: string
  action: ActionMeta
}

/** What the action asks, and the work that it takes along. */
function ByRule({ kind, leaver, action }: ByRuleProps) {
  const { give, isBusy } = useHandOver(kind, leaver)
  const [said, say] = useState<Readonly<Record<string, unknown>>>(() =>
    Object.fromEntries(action.input.map(({ name, initial }) => [name, initial ?? null])),
  )
  const open = action.input.some(({ name, required, kind: asked }) => {
    const value = said[name]
    const isEmpty = value === null || (Array.isArray(value) && value.length === 0)
    return isEmpty && (required === true || asked === 'refs')
  })
  return (
    <div className="hand-over-rule">
      <AskedFields
        className="hand-over-asked"
        fieldClassName="hand-over-field"
        fields={action.input}
        values={said}
        refs={{}}
        onChange={(changes) => say({ ...said, ...changes })}
      />
      <Button
        type="primary"
        loading={isBusy}
        disabled={open}
        onClick={() => void give({ action: action.name, input: { ...said } })}
      >
        {action.label}
      </Button>
    </div>
  )
}
