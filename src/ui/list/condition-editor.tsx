/** Conditions being put together: all that must hold, and groups of alternatives. */
import type { EntityMeta, FieldMeta } from '#kernel/http/wire.ts'
import type { Where } from '#kernel/query/where.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { conditionSetOf, whereOfSet, type ConditionGroup } from '#ui/field/where.ts'
import { IconPlus, IconX } from '@tabler/icons-react'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { conditionFields } from './condition-fields.ts'
import { complete, ConditionLines, linesOf, newLine, type Line } from './condition-lines.tsx'
import './condition-panel.css'
import { WhereWords } from './where-words.tsx'

/** A group being made. */
interface Group {
  key: number
  none: boolean
  lines: Line[]
}

let lastKey = 0

function newGroup(group?: ConditionGroup, first?: FieldMeta): Group {
  lastKey += 1
  const lines = group ? linesOf(group.choices) : first ? [newLine(first.name)] : []
  return { key: lastKey, none: group?.none ?? false, lines }
}

interface GroupProps {
  fields: FieldMeta[]
  group: Group
  onChange: (group: Group) => void
  onRemove: (() => void) | undefined
}

/** At least one of its lines holds, or none does. */
function GroupLines({ fields, group, onChange, onRemove }: GroupProps) {
  const t = useT()
  const kinds = [
    { value: 'any', label: t('… and at least one of these') },
    { value: 'none', label: t('… and none of these') },
  ]
  return (
    <ConditionLines
      title={
        <span className="condition-kind">
          <Select
            variant="borderless"
            size="small"
            aria-label={t('How the alternatives count')}
            popupMatchSelectWidth={false}
            options={kinds}
            value={group.none ? 'none' : 'any'}
            onChange={(kind) => onChange({ ...group, none: kind === 'none' })}
          />
          {onRemove && (
            <button
              type="button"
              className="icon-button"
              aria-label={t('Remove the group')}
              onClick={onRemove}
            >
              <IconX size={16} stroke={1.7} aria-hidden />
            </button>
          )}
        </span>
      }
      add={t('Add an alternative')}
      fields={fields}
      lines={group.lines}
      onChange={(lines) => onChange({ ...group, lines })}
    />
  )
}

interface GroupsProps {
  fields: FieldMeta[]
  groups: Group[]
  onChange: (groups: Group[]) => void
}

function Groups({ fields, groups, onChange }: GroupsProps) {
  const t = useT()
  const isOne = groups.length === 1
  return (
    <>
      {groups.map((group, at) => (
        <GroupLines
          key={group.key}
          fields={fields}
          group={group}
          onChange={(next) => onChange(groups.with(at, next))}
          onRemove={isOne ? undefined : () => onChange(groups.toSpliced(at, 1))}
        />
      ))}
      <Button
        className="condition-more"
        size="small"
        icon={<IconPlus size={15} stroke={1.7} aria-hidden />}
        onClick={() => onChange([...groups, newGroup(undefined, fields[0])])}
      >
        {t('Add a group')}
      </Button>
    </>
  )
}

/** What stands in the lines, complete or not. */
interface Conditions {
  all: Line[]
  groups: Group[]
}

/**
 * The filter as it is being put together.
 * @param onChange told what the complete lines make, whenever somebody changed one
 */
export function useConditionEditor(
  meta: EntityMeta,
  where: Where,
  onChange?: (made: Where) => void,
) {
  const { entities } = useHouse()
  const every = conditionFields(meta, entities)
  const fields = every.filter(({ targetIn }) => !targetIn)
  const [start] = useState(() => conditionSetOf(where))
  const [conditions, keep] = useState(() => startOf(start, fields[0]))
  const madeOf = ({ all, groups }: Conditions) => {
    const choices = groups.map(({ none, lines }) => ({ none, choices: complete(lines) }))
    return whereOfSet({ all: complete(all), groups: choices, rest: start.rest })
  }
  const change = (patch: Partial<Conditions>) => {
    const next = { ...conditions, ...patch }
    keep(next)
    onChange?.(madeOf(next))
  }
  return { every, fields, ...conditions, change, made: madeOf(conditions) }
}

/** Where there is no condition yet, a line waits with the usual field. */
function startOf(
  { all, groups }: ReturnType<typeof conditionSetOf>,
  usual: FieldMeta | undefined,
): Conditions {
  return {
    all: all.length > 0 || !usual ? linesOf(all) : [newLine(usual.name)],
    groups: groups.length > 0 ? groups.map((group) => newGroup(group)) : [newGroup()],
  }
}

export function ConditionEditor({ editor }: { editor: ReturnType<typeof useConditionEditor> }) {
  const t = useT()
  const { every, fields, all, groups, change, made } = editor
  return (
    <>
      <ConditionLines
        title={t('All of these hold')}
        add={t('Add a condition')}
        fields={fields}
        lines={all}
        onChange={(lines) => change({ all: lines })}
      />
      <Groups fields={fields} groups={groups} onChange={(next) => change({ groups: next })} />
      {Object.keys(made).length > 0 && (
        <p className="condition-sentence">
          <WhereWords where={made} fields={every} />
        </p>
      )}
    </>
  )
}
