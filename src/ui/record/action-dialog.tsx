/** Asks what an action needs to know, says what it will do, and can show it without doing it. */
import type { ActionMeta, EntityMeta, WireRow, WriteAnswer } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { FormField } from '#ui/form/form-field.tsx'
import { FormLines } from '#ui/form/form-lines.tsx'
import { sentValues, startValues } from '#ui/form/form-values.ts'
import type { Values } from '#ui/form/form-values.ts'
import { ProblemNotice } from '#ui/form/problem-notice.tsx'
import { useForm } from '#ui/form/use-form.ts'
import type { Form } from '#ui/form/use-form.ts'
import { useSave } from '#ui/form/use-save.ts'
import type { FieldMeta } from '#kernel/http/wire.ts'
import { Button, Modal } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { Outcome } from './outcome.tsx'
import { useAct, type Said } from './use-record-action.ts'
import './action-dialog.css'

interface ActionDialogProps {
  entity: EntityMeta
  action: ActionMeta
  row?: WireRow
  /** What is known already, such as the records that were ticked in a list. */
  prefill?: Values
  onClose: () => void
  onDone?: () => void
  /** For many records: where it is sent, and what a trial came to. */
  many?: { send: (said: Said) => Promise<void>; outcome: ReactNode }
}

const REASON = 'reason$'

export function ActionDialog(props: ActionDialogProps) {
  const { entity, action, row, many, onClose } = props
  const fields = useAsked(action)
  const form = useForm({
    fields,
    base: { ...beside(fields, row), ...startValues(fields, props.prefill ?? row ?? {}) },
    titles: {},
  })
  const { send, isSaving, problem, trial } = useSending(props, form)
  return (
    <Modal
      open
      title={action.label}
      width={fields.some(({ kind }) => kind === 'lines') ? 960 : 520}
      onCancel={onClose}
      footer={<Buttons {...props} isSaving={isSaving} onSend={send} />}
    >
      <div className="action-dialog">
        {action.confirm && <p>{action.confirm}</p>}
        <ProblemNotice problem={problem} />
        <Asked form={form} entity={entity} />
        {many?.outcome}
        {trial && row && <Outcome entity={entity} before={row} answer={trial} />}
      </div>
    </Modal>
  )
}

function useSending({ entity, action, row, many, onClose, onDone }: ActionDialogProps, form: Form) {
  const { save, isSaving, problem } = useSave<WriteAnswer | 'many'>(form)
  const { act } = useAct(entity, row)
  const [trial, setTrial] = useState<WriteAnswer | null>(null)
  const send = async (dryRun: boolean) => {
    const answer = await save(async (values) => {
      const { [REASON]: reason, ...input } = sentValues(form.fields, values, form.lineFields)
      const said = { input, ...(typeof reason === 'string' && { reason }), dryRun }
      if (!many) return act(action, said)
      await many.send(said)
      return 'many'
    })
    if (answer && dryRun) setTrial(answer === 'many' ? null : answer)
    else if (answer) {
      onClose()
      onDone?.()
    }
  }
  return { send, isSaving, problem, trial }
}

interface ButtonsProps extends ActionDialogProps {
  isSaving: boolean
  onSend: (dryRun: boolean) => Promise<void>
}

function Buttons({ action, row, many, onClose, isSaving, onSend }: ButtonsProps) {
  const t = useT()
  return (
    <>
      {(row || many) && (
        <Button type="text" disabled={isSaving} onClick={() => onSend(true)}>
          {t('What would happen?')}
        </Button>
      )}
      <Button onClick={onClose}>{t('Cancel')}</Button>
      <Button
        type="primary"
        danger={action.tone === 'danger'}
        loading={isSaving}
        onClick={() => onSend(false)}
      >
        {action.label}
      </Button>
    </>
  )
}

/** What amounts are in, and what narrows a choice: of the record, which itself is not asked. */
function beside(fields: readonly FieldMeta[], row: WireRow | undefined): Values {
  const named = fields.flatMap(({ currency, within }) => [currency ?? [], within ?? []].flat())
  return Object.fromEntries(named.flatMap((name) => (row ? [[name, row[name]]] : [])))
}

/** The inputs of the action, and the reason where it wants one. */
function useAsked(action: ActionMeta): FieldMeta[] {
  const t = useT()
  return useMemo(() => {
    const reason: FieldMeta = {
      name: REASON,
      kind: 'longText',
      label: t('Reason'),
      required: true,
      maxLength: 1000,
      filterable: false,
      listable: false,
      sortable: false,
      groupable: false,
    }
    return action.reason ? [...action.input, reason] : action.input
  }, [action, t])
}

function Asked({ form, entity }: { form: Form; entity: EntityMeta }) {
  const lines = form.fields.filter(({ kind }) => kind === 'lines')
  const others = form.fields.filter(({ kind }) => kind !== 'lines')
  return (
    <>
      {others.length > 0 && (
        <div className="action-fields">
          {others.map((field, index) => (
            <FormField key={field.name} form={form} field={field} autoFocus={index === 0} />
          ))}
        </div>
      )}
      {lines.map((field) => (
        <FormLines
          key={field.name}
          block={{ kind: 'lines', field, totals: [] }}
          entity={entity}
          form={form}
          isLocked={false}
        />
      ))}
    </>
  )
}
