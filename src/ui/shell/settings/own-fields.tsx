/** The fields that the company added to its records, gathered by the kind of record. */
import type { WireRow } from '#kernel/http/wire.ts'
import { useEntity, useT } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { useList } from '#ui/base/queries.ts'
import { Waiting } from '#ui/base/waiting.tsx'
import { Cell } from '#ui/field/cell.tsx'
import { textOf } from '#ui/field/value/field-facts.ts'
import { ProblemNotice } from '#ui/form/problem-notice.tsx'
import '#ui/record/related.css'
import { IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { lazy, Suspense, useState } from 'react'
import './own-fields.css'

const CreateDialog = lazy(async () => ({
  default: (await import('#ui/form/create-dialog.tsx')).CreateDialog,
}))

const COLUMNS = ['entity', 'label', 'kind', 'section', 'required', 'listed', 'name']
const SHOWN = ['kind', 'section', 'required', 'listed', 'name']

export function OwnFields() {
  const t = useT()
  const [of, makeFor] = useState<string | null>(null)
  const fields = useList('custom-field', { sort: 'createdAt', limit: 200, columns: COLUMNS })
  return (
    <Panel title={t('Own fields')} actions={<RecordChoice onChoose={makeFor} />}>
      <div className="own-fields-lead settings-text">
        {t(
          'Add what your company wants to know of its records. A field is there at once, in forms, lists, filters, imports and the API.',
        )}
      </div>
      <ProblemNotice problem={fields.error} />
      {fields.data ? <FieldGroups rows={fields.data.rows} onAdd={makeFor} /> : <Waiting />}
      {of !== null && (
        <Suspense>
          <CreateDialog
            entity="custom-field"
            title=""
            values={of === '' ? {} : { entity: of }}
            onClose={() => makeFor(null)}
            onCreated={() => undefined}
          />
        </Suspense>
      )}
    </Panel>
  )
}

/** The kinds of record by their labels. */
function useKinds(): { value: string; label: string }[] {
  const { fields } = useEntity('custom-field')
  return fields.find(({ name }) => name === 'entity')?.options ?? []
}

function RecordChoice({ onChoose }: { onChoose: (entity: string) => void }) {
  const t = useT()
  const kinds = useKinds()
  return (
    <Select
      showSearch={{ optionFilterProp: 'label' }}
      className="own-fields-choice"
      aria-label={t('Add a field to')}
      placeholder={t('Add a field to …')}
      prefix={<IconPlus size={16} aria-hidden />}
      value={null}
      options={kinds}
      onSelect={(entity) => entity !== null && onChoose(entity)}
    />
  )
}

interface GroupsProps {
  rows: readonly WireRow[]
  onAdd: (entity: string) => void
}

function FieldGroups({ rows, onAdd }: GroupsProps) {
  const kinds = useKinds()
  const groups = kinds
    .map((kind) => ({ ...kind, own: rows.filter((row) => row['entity'] === kind.value) }))
    .filter(({ own }) => own.length > 0)
  if (groups.length === 0) return <NoFields />
  return groups.map(({ value, label, own }) => (
    <section key={value} className="own-fields" aria-label={label}>
      <FieldTable label={label} rows={own} onAdd={() => onAdd(value)} />
    </section>
  ))
}

function NoFields() {
  const t = useT()
  return (
    <p className="own-fields-none settings-text">
      {t('No field of your own yet. Choose above to which records you want to add one.')}
    </p>
  )
}

interface TableProps {
  label: string
  rows: readonly WireRow[]
  onAdd: () => void
}

function FieldTable({ label, rows, onAdd }: TableProps) {
  const t = useT()
  const { fields } = useEntity('custom-field')
  const shown = SHOWN.flatMap((name) => fields.filter((field) => field.name === name))
  return (
    <>
      <div className="own-fields-head">
        <h3>{label}</h3>
        <Button size="small" icon={<IconPlus size={15} aria-hidden />} onClick={onAdd}>
          {t('Add a field')}
        </Button>
      </div>
      <div className="related-scroll">
        <table className="related">
          <thead>
            <tr>
              <th scope="col">{t('Name of the field')}</th>
              {shown.map((field) => (
                <th key={field.name} scope="col">
                  {field.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  <Link to="/record/$entity/$id" params={{ entity: 'custom-field', id: row.id }}>
                    {textOf(row['label'])}
                  </Link>
                </td>
                {shown.map((field) => (
                  <td key={field.name} className={field.name === 'name' ? 'code' : ''}>
                    <Cell field={field} row={row} refs={{}} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
