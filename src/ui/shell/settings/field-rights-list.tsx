/** The fields of a kind of record for one role: hidden, seen, or also changed; kept when chosen. */
import { api } from '#ui/base/api.ts'
import type { ApiProblem } from '#ui/base/api.ts'
import { useT } from '#ui/base/house.tsx'
import type { Translate } from '#ui/base/house.tsx'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Select } from 'antd'
import { fieldReach, grantsFor, levelsOf } from './field-rights.ts'
import type { FieldGrant, FieldLevel, FieldLine } from './field-rights.ts'
import type { RightsAnswer } from './rights.ts'

interface FieldCellProps {
  answer: RightsAnswer
  line: FieldLine
  role: { id: string; key: string; name: string }
}

interface FieldRightsProps extends Omit<FieldCellProps, 'line'> {
  fields: readonly FieldLine[]
}

/** All fields of a kind of record that can be cut. */
export function FieldRights({ answer, role, fields }: FieldRightsProps) {
  return (
    <dl className="field-rights">
      {fields.map((line) => (
        <div key={`${line.entity}.${line.field}`}>
          <dt>{line.label}</dt>
          <dd>
            <FieldCell answer={answer} line={line} role={role} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function FieldCell({ answer, line, role }: FieldCellProps) {
  const t = useT()
  const { level, declared } = fieldReach(answer, line, role.key)
  const keep = useKeep(line, role.id)
  const labels = labelsOf(t)
  if (role.key === 'everyone') return <span className="faint">{labels[level]}</span>
  return (
    <span className={level === declared ? undefined : 'right-changed'}>
      <Select
        size="small"
        variant="borderless"
        className="right-cell"
        aria-label={t('{right} for {role}', { right: line.label, role: role.name })}
        popupMatchSelectWidth={220}
        loading={keep.isPending}
        value={level}
        options={levelsOf(line).map((value) => ({ value, label: labels[value] }))}
        onChange={(wished: FieldLevel) => keep.mutate(grantsFor(answer, line, role.key, wished))}
      />
    </span>
  )
}

function labelsOf(t: Translate): Record<FieldLevel, string> {
  return { hidden: t('hidden'), see: t('see only'), change: t('see and change') }
}

function useKeep({ entity }: FieldLine, role: string) {
  const queries = useQueryClient()
  const { showProblem } = useUndoMessage()
  return useMutation<unknown, ApiProblem, FieldGrant[]>({
    mutationFn: async (grants) => {
      for (const { right, allowed, change } of grants) {
        if (change) await api.patch(`/api/grant/${change.id}`, { version: change.version, allowed })
        else await api.post('/api/grant', { role, entity, right, allowed })
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['list', 'grant'] }),
    onError: showProblem,
  })
}
