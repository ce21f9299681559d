/** One list of choices being made the company's own. */
import type { OptionMeta, WireRow } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { useWrite } from '#ui/base/queries.ts'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import { Button, Input, Switch } from 'antd'
import { useState } from 'react'
import type { ListOfChoices } from './choice-lists.tsx'
import { added, flawOf, moved, type Choice } from './choices.ts'

interface FormProps {
  list: ListOfChoices
  /** The company's own list, where it has one. */
  kept: WireRow | undefined
}

export function ChoiceListForm({ list, kept }: FormProps) {
  const t = useT()
  const { field } = list
  const [choices, change] = useState<Choice[]>(() => (field.options ?? []).map(choiceOf))
  const { save, reset, isBusy } = useSaveList(list, kept)
  const flaw = flawOf(choices)
  const known = new Set((field.options ?? []).map(({ value }) => value))
  return (
    <div className="choice-list">
      <ol className="choice-list-rows">
        {choices.map((choice, at) => (
          <ChoiceRow
            key={choice.key}
            choice={choice}
            at={at}
            last={choices.length - 1}
            isTwice={flaw?.at === at}
            onChange={(more) => change(choices.with(at, { ...choice, ...more }))}
            onMove={(to) => change(moved(choices, at, to))}
            onRemove={known.has(choice.value ?? '') ? null : () => change(choices.toSpliced(at, 1))}
          />
        ))}
      </ol>
      <div className="choice-list-foot">
        {field.ownChoices === 'more' && (
          <Button icon={<IconPlus size={16} aria-hidden />} onClick={() => change(added(choices))}>
            {t('Add a choice')}
          </Button>
        )}
        <span className="choice-list-gap" />
        {kept && (
          <Button disabled={isBusy} onClick={reset}>
            {t('Back to the standard list')}
          </Button>
        )}
        <Button
          type="primary"
          loading={isBusy}
          disabled={flaw !== null}
          onClick={() => save(choices)}
        >
          {t('Save')}
        </Button>
      </div>
      {flaw && <p className="field-error choice-list-flaw">{t(flaw.message)}</p>}
    </div>
  )
}

function choiceOf({ value, label, hidden = false }: OptionMeta): Choice {
  return { key: value, value, label, hidden }
}

function useSaveList({ entity, field }: ListOfChoices, kept: WireRow | undefined) {
  const t = useT()
  const write = useWrite()
  const { showDone, showProblem } = useUndoMessage()
  const told = async (work: () => Promise<unknown>) => {
    try {
      await work()
      showDone(t('Saved'))
    } catch (error) {
      showProblem(error)
    }
  }
  const save = (choices: readonly Choice[]) =>
    told(() => {
      const options = choices.map(({ value, label, hidden }) => ({
        ...(value === null ? {} : { value }),
        label: label.trim(),
        hidden,
      }))
      const name = 'choice-list'
      if (!kept) {
        const values = { entity: entity.name, field: field.name, options }
        return write.mutateAsync({ kind: 'create', entity: name, values })
      }
      const { id, version } = kept
      return write.mutateAsync({ kind: 'update', entity: name, id, version, values: { options } })
    })
  const reset = () =>
    told(async () => {
      if (!kept) return
      const { id, version } = kept
      const values = { options: [] }
      await write.mutateAsync({ kind: 'update', entity: 'choice-list', id, version, values })
    })
  return { save, reset, isBusy: write.isPending }
}

interface RowProps {
  choice: Choice
  at: number
  last: number
  isTwice: boolean
  onChange: (more: Partial<Choice>) => void
  onMove: (to: number) => void
  /** Only what was just added can be taken away: records may have the others. */
  onRemove: (() => void) | null
}

function ChoiceRow({ choice, at, last, isTwice, onChange, onMove, onRemove }: RowProps) {
  const t = useT()
  const name = choice.label || t('New choice')
  return (
    <li className={choice.hidden ? 'choice-row is-hidden' : 'choice-row'}>
      <Button
        type="text"
        size="small"
        aria-label={t('Move {name} up', { name })}
        icon={<IconArrowUp size={16} aria-hidden />}
        disabled={at === 0}
        onClick={() => onMove(at - 1)}
      />
      <Button
        type="text"
        size="small"
        aria-label={t('Move {name} down', { name })}
        icon={<IconArrowDown size={16} aria-hidden />}
        disabled={at === last}
        onClick={() => onMove(at + 1)}
      />
      <Input
        value={choice.label}
        maxLength={80}
        autoFocus={choice.value === null}
        aria-label={t('Choice {count}', { count: at + 1 })}
        {...(isTwice ? { status: 'error' as const } : {})}
        onChange={(event) => onChange({ label: event.target.value })}
      />
      {onRemove ? (
        <Button
          type="text"
          aria-label={t('Take {name} away', { name })}
          icon={<IconX size={16} aria-hidden />}
          onClick={onRemove}
        />
      ) : (
        <label className="choice-offered">
          <Switch
            size="small"
            checked={!choice.hidden}
            aria-label={t('Offer {name}', { name })}
            onChange={(isOffered) => onChange({ hidden: !isOffered })}
          />
          {choice.hidden ? t('No longer offered') : t('Offered')}
        </label>
      )}
    </li>
  )
}
