/** Name, records, paper and roles of a layout; a new one goes on to the drawing board. */
import type { WireRow } from '#kernel/http/wire.ts'
import { isOrientation, isPaper, pageSize } from '#kernel/print/drawn/paper.ts'
import { ApiProblem } from '#ui/base/api.ts'
import { Choices } from '#ui/base/choices.tsx'
import { useEntity, useHouse, useT } from '#ui/base/house.tsx'
import { useWrite } from '#ui/base/queries.ts'
import { AskedFields } from '#ui/field/asked-fields.tsx'
import { textOf } from '#ui/field/value/field-facts.ts'
import { ProblemNotice } from '#ui/form/problem-notice.tsx'
import { emptyDrawing } from '#ui/print-layout/drawing.ts'
import { startingLayout } from '#ui/print-layout/starting-layout.ts'
import '#ui/print-layout/draw.css'
import { useNavigate } from '@tanstack/react-router'
import { Button, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { useRoles } from './use-roles.ts'

interface LayoutDialogProps {
  /** Null: a new one. */
  layout: WireRow | null
  onClose: () => void
}

type Values = Record<string, unknown>
type Start = 'simple' | 'blank'

const usual: Values = { paper: 'a4', orientation: 'upright', roles: [] }

export function LayoutDialog({ layout, onClose }: LayoutDialogProps) {
  const t = useT()
  const [values, change] = useState<Values>(() => ({ ...usual, ...layout }))
  const [start, setStart] = useState<Start>('simple')
  const saving = useSaveLayout(layout, onClose)
  const fields = useAskedOf(layout === null)
  const isWhole = textOf(values['name']).trim() !== '' && textOf(values['entity']) !== ''
  return (
    <Modal
      open
      title={layout ? textOf(layout['name']) : t('New layout')}
      okText={layout ? t('Save') : t('Draw')}
      okButtonProps={{ disabled: !isWhole }}
      confirmLoading={saving.isBusy}
      onOk={() => saving.save(values, start)}
      onCancel={onClose}
    >
      <div className="layout-dialog">
        <ProblemNotice problem={saving.problem} />
        <AskedFields
          className="layout-dialog-fields"
          fieldClassName="print-option"
          fields={fields}
          values={values}
          refs={{}}
          onChange={(more) => change({ ...values, ...more })}
        />
        <RoleChoice
          value={Array.isArray(values['roles']) ? values['roles'].map(String) : []}
          onChange={(roles) => change({ ...values, roles })}
        />
        {layout ? (
          <Button danger onClick={saving.remove}>
            {t('Delete layout')}
          </Button>
        ) : (
          <Choices<Start>
            label={t('Begin with')}
            options={{ simple: t('A simple layout'), blank: t('An empty page') }}
            value={start}
            onChange={setStart}
          />
        )}
      </div>
    </Modal>
  )
}

/** What records it is for stays, since what is drawn goes by their fields. */
function useAskedOf(isNew: boolean) {
  const { fields } = useEntity('print-layout')
  const asked = isNew
    ? ['name', 'entity', 'paper', 'orientation']
    : ['name', 'paper', 'orientation']
  return asked.flatMap((name) => fields.filter((field) => field.name === name))
}

interface RoleChoiceProps {
  value: string[]
  onChange: (roles: string[]) => void
}

function RoleChoice({ value, onChange }: RoleChoiceProps) {
  const t = useT()
  const id = useId()
  const options = useRoles().map(({ key, name }) => ({ value: key, label: name }))
  return (
    <div className="print-option">
      <label htmlFor={id}>{t('For the roles')}</label>
      <Select
        id={id}
        mode="multiple"
        className="layout-dialog-roles"
        placeholder={t('everyone')}
        value={value}
        options={options}
        onChange={onChange}
      />
    </div>
  )
}

function useSaveLayout(layout: WireRow | null, onClose: () => void) {
  const write = useWrite()
  const navigate = useNavigate()
  const drawn = useStart()
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const told = async (work: () => Promise<void>) => {
    setProblem(null)
    try {
      await work()
      onClose()
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      setProblem(error)
    }
  }
  const entity = 'print-layout'
  const keep = async ({ name, paper, orientation, roles, entity: of }: Values, start: Start) => {
    const sent = { name, paper, orientation, roles }
    if (layout) {
      const { id, version } = layout
      await write.mutateAsync({ kind: 'update', entity, id, version, values: sent })
      return
    }
    const values = { ...sent, entity: of, drawing: drawn({ ...sent, entity: of }, start) }
    const { row } = await write.mutateAsync({ kind: 'create', entity, values })
    if (row) await navigate({ to: '/draw/$layout', params: { layout: row.id } })
  }
  return {
    problem,
    isBusy: write.isPending,
    save: (values: Values, start: Start) => void told(() => keep(values, start)),
    remove: () =>
      void told(async () => {
        if (layout) await write.mutateAsync({ kind: 'delete', entity, id: layout.id })
      }),
  }
}

function useStart() {
  const t = useT()
  const { entities } = useHouse()
  return ({ entity, paper, orientation }: Values, start: Start) => {
    const of = entities[textOf(entity)]
    if (start === 'blank' || !of || !isPaper(paper) || !isOrientation(orientation))
      return emptyDrawing
    return startingLayout(of, entities, pageSize(paper, orientation), t)
  }
}
