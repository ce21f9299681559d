/** Somebody else changed the record meanwhile: both versions field by field, and what to keep. */
import type { WireRow } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { displayText } from '#ui/field/display.ts'
import { useReader } from '#ui/field/use-reader.ts'
import type { Values } from '#ui/form/form-values.ts'
import type { Form } from '#ui/form/use-form.ts'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { differencesOf, keptOf, mergedValues, undecided } from './conflict.ts'
import type { Choice, Difference } from './conflict.ts'
import './conflict.css'

interface ConflictDialogProps {
  form: Form
  /** The record as it stands now. */
  theirs: WireRow
  onSettled: (values: Values) => void
  onDiscard: () => void
}

export function ConflictDialog({ form, theirs, onSettled, onDiscard }: ConflictDialogProps) {
  const t = useT()
  const [choices, choose] = useState<Record<string, Choice>>({})
  const versions = { base: form.base, mine: form.values, theirs }
  const differences = differencesOf(form.fields, versions, form.lineFields)
  const open = undecided(differences, choices)
  return (
    <Modal
      open
      width={820}
      closable={false}
      title={t('Somebody else changed this meanwhile')}
      footer={[
        <Button key="discard" danger onClick={onDiscard}>
          {t('Drop my changes')}
        </Button>,
        <Button
          key="keep"
          type="primary"
          disabled={open.length > 0}
          onClick={() => onSettled(mergedValues(differences, choices, versions))}
        >
          {t('Go on with this choice')}
        </Button>,
      ]}
    >
      <p className="quiet">
        {open.length > 0
          ? t('Both of you changed the marked fields. Choose what is right; the rest is settled.')
          : t('Nothing of either is lost. Check the choice, then save again.')}
      </p>
      <table className="conflict">
        <thead>
          <tr>
            <th scope="col">{t('Field')}</th>
            <th scope="col">{t('My version')}</th>
            <th scope="col">{t('Theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => (
            <DifferenceRow
              key={difference.field.name}
              difference={difference}
              form={form}
              theirs={theirs}
              choices={choices}
              onChoose={(choice) =>
                choose((made) => ({ ...made, [difference.field.name]: choice }))
              }
            />
          ))}
        </tbody>
      </table>
    </Modal>
  )
}

interface DifferenceRowProps {
  difference: Difference
  form: Form
  theirs: WireRow
  choices: Record<string, Choice>
  onChoose: (choice: Choice) => void
}

function DifferenceRow({ difference, form, theirs, choices, onChoose }: DifferenceRowProps) {
  const t = useT()
  const reader = useReader()
  const { field, by } = difference
  const isOpen = by === 'both' && !choices[field.name]
  const kept = isOpen ? null : keptOf(difference, choices)
  const option = (choice: Choice, row: Values, isChanged: boolean) => (
    <td className={kept === choice ? 'is-kept' : undefined}>
      <label>
        <input
          type="radio"
          name={`conflict-${field.name}`}
          checked={kept === choice}
          onChange={() => onChoose(choice)}
        />
        <span className="grow">
          {displayText(field, row, form.titles, reader) || '—'}
          {isChanged && <span className="conflict-sign">{t('changed')}</span>}
        </span>
      </label>
    </td>
  )
  return (
    <tr className={isOpen ? 'is-open' : undefined}>
      <th scope="row">{field.label}</th>
      {option('mine', form.values, by !== 'them')}
      {option('theirs', theirs, by !== 'me')}
    </tr>
  )
}
