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
  /** Given where both versions are kept until they are compared another time. */
  onLater?: () => void
}

export function ConflictDialog(props: ConflictDialogProps) {
  const { form, theirs, onSettled, onDiscard, onLater } = props
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
      keyboard={onLater !== undefined}
      onCancel={() => onLater?.()}
      title={t('Somebody else changed this meanwhile')}
      footer={[
        onLater && (
          <Button key="later" type="text" onClick={onLater}>
            {t('Decide later')}
          </Button>
        ),
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
      <Differences
        differences={differences}
        form={form}
        theirs={theirs}
        choices={choices}
        onChoose={(field, choice) => choose((made) => ({ ...made, [field]: choice }))}
      />
    </Modal>
  )
}

interface DifferencesProps {
  differences: readonly Difference[]
  form: Form
  theirs: WireRow
  choices: Record<string, Choice>
  onChoose: (field: string, choice: Choice) => void
}

function Differences({ differences, onChoose, ...rest }: DifferencesProps) {
  const t = useT()
  return (
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
            {...rest}
            onChoose={(choice) => onChoose(difference.field.name, choice)}
          />
        ))}
      </tbody>
    </table>
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
