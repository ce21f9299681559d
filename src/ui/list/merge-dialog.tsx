/** Makes one record of several that mean the same: which one stays, and whose values it takes. */
import type { FieldMeta, WireRow, WriteAnswer } from '#kernel/http/wire.ts'
import { api } from '#ui/base/api.ts'
import { useT } from '#ui/base/house.tsx'
import { refreshAll, useList } from '#ui/base/queries.ts'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { displayText } from '#ui/field/display.ts'
import { textOf } from '#ui/field/value/field-facts.ts'
import { useReader } from '#ui/field/use-reader.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useState } from 'react'
import { differing, rowsOf, takenFrom } from './merge.ts'
import type { BulkDialogProps } from './use-bulk.ts'
import { neededColumns } from './use-list-view.ts'

interface TableProps {
  fields: FieldMeta[]
  rows: WireRow[]
  props: BulkDialogProps
  keep: string
  take: Record<string, string>
  onTake: (field: string, id: string) => void
}

function MergeTable({ fields, rows, props, keep, take, onTake }: TableProps) {
  const reader = useReader()
  return (
    <tbody>
      {fields.map((field) => (
        <tr key={field.name}>
          <th scope="row">{field.label}</th>
          {rows.map((row) => (
            <td key={row.id}>
              <label>
                <input
                  type="radio"
                  name={`merge-${field.name}`}
                  checked={(take[field.name] ?? keep) === row.id}
                  onChange={() => onTake(field.name, row.id)}
                />
                {displayText(field, row, props.view.refs, reader) || '—'}
              </label>
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}

function useMerge(props: BulkDialogProps) {
  const t = useT()
  const queries = useQueryClient()
  const { showDone, showProblem } = useUndoMessage()
  const [isBusy, setBusy] = useState(false)
  const { name } = props.view.meta
  const merge = async (keep: string, drop: string[], take: Record<string, string>) => {
    setBusy(true)
    try {
      const answer = await api.post<WriteAnswer>(`/api/${name}/merge`, { keep, drop, take })
      refreshAll(queries)
      showDone(t('Merged into one'), answer.operation)
      props.onDone()
    } catch (error) {
      showProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return { merge, isBusy }
}

interface HeadProps {
  rows: WireRow[]
  title: string
  keep: string
  onKeep: (id: string) => void
}

function MergeHead({ rows, title, keep, onKeep }: HeadProps) {
  const t = useT()
  return (
    <thead>
      <tr>
        <th scope="col">{t('Stays')}</th>
        {rows.map((row) => (
          <th key={row.id} scope="col">
            <label>
              <input
                type="radio"
                name="merge-keep"
                checked={keep === row.id}
                onChange={() => onKeep(row.id)}
              />
              {textOf(row[title]) || '—'}
            </label>
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** The ticked rows are asked for: a board or a calendar has them in many places. */
export function MergeDialog(props: BulkDialogProps) {
  const { view, selection } = props
  const { meta, state } = view
  const ticked = useList(meta.name, {
    where: { id: [...selection.ids] },
    sort: state.sort,
    columns: neededColumns(meta, state),
  })
  if (!ticked.data || ticked.data.rows.length < 2) return null
  const { rows, refs } = ticked.data
  return <MergeOf {...props} view={{ ...view, rows, refs }} />
}

function MergeOf(props: BulkDialogProps) {
  const t = useT()
  const { view, selection } = props
  const rows = rowsOf(view.rows, selection.ids)
  const [keep, setKeep] = useState(rows[0]?.id ?? '')
  const [take, setTake] = useState<Record<string, string>>({})
  const { merge, isBusy } = useMerge(props)
  const fields = differing(view.meta, view.state.columns, rows)
  const drop = rows.map(({ id }) => id).filter((id) => id !== keep)
  return (
    <Modal
      open
      width={720}
      title={t('Merge into one')}
      okText={t('Merge')}
      cancelText={t('Cancel')}
      confirmLoading={isBusy}
      onCancel={props.onClose}
      onOk={() => void merge(keep, drop, takenFrom(take, keep))}
    >
      <p className="quiet">
        {t('Everything that hangs on the others moves to the one that stays. It can be undone.')}
      </p>
      <div className="merge-scroll">
        <table className="merge">
          <MergeHead rows={rows} title={view.meta.title} keep={keep} onKeep={setKeep} />
          <MergeTable
            fields={fields}
            rows={rows}
            props={props}
            keep={keep}
            take={take}
            onTake={(field, id) => setTake((was) => ({ ...was, [field]: id }))}
          />
        </table>
      </div>
    </Modal>
  )
}
