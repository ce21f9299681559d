/** Picks a record: search as you type, two lines each, recent ones first, a new one in place. */
import { useComposed } from '#ui/base/composing.ts'
import { useClearing } from '#ui/base/clearing.tsx'
import { useHouse, useT } from '#ui/base/house.tsx'
import { textOf } from '#ui/field/value/field-facts.ts'
import type { PickOption } from '#ui/field/value/pick.ts'
import { Select } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { CreateRow, listAbove, NothingFound, offerLines } from './offer-lines.tsx'
import { sizeOf, spoken, statusOf } from './props.ts'
import type { FieldInputProps } from './props.ts'
import { keepRecentPick, narrowedBy, usePick, usePickTitle } from './use-pick.ts'
import './input.css'

const CreateDialog = lazy(async () => ({
  default: (await import('#ui/form/create-dialog.tsx')).CreateDialog,
}))

export function RefPicker(props: FieldInputProps) {
  const { field } = props
  const [creating, create] = useState<string | null>(null)
  const picked = usePicked(props)
  const choose = (option: PickOption) => {
    picked.remember(option)
    props.onPick?.(option)
    props.onChange(option.id)
  }
  return (
    <>
      <RefSelect {...props} picked={picked.option} onChoose={choose} onCreate={create} />
      {creating !== null && (
        <Suspense>
          <CreateDialog
            entity={field.target ?? ''}
            title={creating}
            onClose={() => create(null)}
            onCreated={choose}
          />
        </Suspense>
      )}
    </>
  )
}

interface RefSelectProps extends FieldInputProps {
  picked: PickOption | undefined
  onChoose: (option: PickOption) => void
  onCreate: (title: string) => void
}

function RefSelect(props: RefSelectProps) {
  const t = useT()
  const { field, picked } = props
  const [typed, setTyped] = useState('')
  const [isOpen, open] = useState(props.opens ?? false)
  const { composed, listening } = useComposed(typed)
  const offer = usePick(narrowedBy(field, props.row), composed, isOpen)
  const clearing = useClearing()
  const create = (title: string) => {
    open(false)
    props.onCreate(title)
  }
  return (
    <Select<string, Entry>
      {...listening}
      {...spoken(props)}
      {...statusOf(props.error)}
      {...sizeOf(props.compact)}
      style={{ width: '100%' }}
      popupMatchSelectWidth={260}
      autoFocus={props.autoFocus ?? false}
      disabled={props.disabled ?? false}
      allowClear={!field.required && clearing}
      value={textOf(props.value) || null}
      open={isOpen}
      onOpenChange={open}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      options={entriesOf(offer.recent, offer.found, picked, t)}
      labelRender={() => picked?.title ?? '…'}
      optionRender={offerLines}
      notFoundContent={<NothingFound asking={offer.isAsking} problem={offer.problem?.message} />}
      popupRender={listAbove(<CreateRow field={field} typed={typed} onCreate={create} />)}
      onClear={() => props.onChange(null)}
      onSelect={(_id, { option }) => option && props.onChoose(option)}
      onBlur={() => props.onLeave?.()}
    />
  )
}

/** The picked record with its name, wherever the name is known from. */
function usePicked({ field, value, refs }: FieldInputProps) {
  const { user } = useHouse()
  const [last, setLast] = useState<PickOption | null>(null)
  const id = textOf(value) || null
  const known = id === null ? undefined : refs?.[field.target ?? '']?.[id]
  const asked = usePickTitle(field, id, known !== undefined || last?.id === id)
  const option = known && id ? { id, title: known.title } : last?.id === id ? last : asked
  const remember = (picked: PickOption) => {
    setLast(picked)
    keepRecentPick(user.id, field.target ?? '', picked.id)
  }
  return { option: option ?? undefined, remember }
}

/** A record in the list, or a heading with records below it. */
interface Entry {
  label: string
  value?: string
  option?: PickOption
  options?: Entry[]
}

function entryOf(option: PickOption): Entry {
  return { value: option.id, label: option.title, option }
}

/** Recent ones under their heading, then what is found; the picked one is always among them. */
function entriesOf(
  recent: readonly PickOption[],
  found: readonly PickOption[],
  picked: PickOption | undefined,
  t: (english: string) => string,
): Entry[] {
  const ids = new Set(recent.map(({ id }) => id))
  const others = found.filter(({ id }) => !ids.has(id)).map(entryOf)
  const isListed = picked && (ids.has(picked.id) || found.some(({ id }) => id === picked.id))
  const rest = picked && !isListed ? [entryOf(picked), ...others] : others
  if (recent.length === 0) return rest
  return [
    { label: t('Recent'), options: recent.map(entryOf) },
    { label: t('All'), options: rest },
  ]
}
