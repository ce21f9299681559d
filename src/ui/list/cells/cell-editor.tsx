/** The ordinary control of a field, in a cell of a list: it saves, goes on, or leaves by keys. */
import type { FieldMeta, RefTitles, WireRow } from '#kernel/http/wire.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { FieldInput } from '#ui/field/input.tsx'
import { checkValue } from '#ui/field/value/check-value.ts'
import { issueText } from '#ui/field/value/issue-text.ts'
import type { PickOption } from '#ui/field/value/pick.ts'
import { useStable } from '#ui/base/stable.ts'
import { joinedTitles, titleOf } from '#ui/form/titles.ts'
import { useEffect, useEffectEvent, useRef, type KeyboardEvent, type RefObject } from 'react'
import { meaningOf, type Move, type Pressed } from './cell-keys.ts'
import type { Draft } from './drafts.ts'
import type { CellActs } from './use-cell-acts.ts'

const picked = new Set<FieldMeta['kind']>(['choice', 'currency', 'ref', 'person'])
const inputId = 'cell-input'

export interface EditorProps {
  field: FieldMeta
  row: WireRow
  refs: RefTitles
  /** What the record is called. */
  name: string
  draft: Draft
  acts: CellActs
}

function pressedOf({ nativeEvent, ...event }: KeyboardEvent, field: FieldMeta): Pressed {
  const target = event.target as HTMLElement
  const isListed = target.getAttribute('role') === 'combobox'
  const hasList = isListed && target.getAttribute('aria-expanded') === 'true'
  return {
    key: event.key,
    withShift: event.shiftKey,
    withCommand: event.ctrlKey || event.metaKey || event.altKey,
    // Safari ends the composition before it tells of the Enter that ended it.
    isComposing: nativeEvent.isComposing || nativeEvent.keyCode === 229,
    hasList,
    isPicked: picked.has(field.kind),
    hasWords: isListed && !hasList && target instanceof HTMLInputElement && target.value !== '',
    isLong: target instanceof HTMLTextAreaElement,
  }
}

function focusIn(holder: HTMLElement | null): void {
  const control = holder?.querySelector<HTMLElement>('input, textarea')
  control?.focus()
  if (!(control instanceof HTMLInputElement) || control.type === 'checkbox') return
  // A figure is written anew, without its commas, as soon as the cursor is in it.
  queueMicrotask(() => control.select())
}

/** Menus and dialogs of the control itself are part of it. */
const own = '.ant-select-dropdown, .ant-picker-dropdown, .ant-modal-root'

function usePressOutside(holder: RefObject<HTMLElement | null>, onPress: () => void): void {
  const press = useEffectEvent(({ target }: PointerEvent) => {
    const isInside = target instanceof Element && target.closest(own) !== null
    if (!isInside && !holder.current?.contains(target as Node)) onPress()
  })
  useEffect(() => {
    addEventListener('pointerdown', press, true)
    return () => removeEventListener('pointerdown', press, true)
  }, [])
}

function useEditing(props: EditorProps) {
  const { field, row, acts } = props
  const holder = useRef<HTMLDivElement>(null)
  const afterPick = useRef<Move>('stay')
  const titles = useRef<RefTitles>({})
  const typed = useRef(props.draft.value)
  const t = useT()
  const { country } = useHouse().company
  const settle = useStable((move: Move) => {
    const issue = checkValue(field, typed.current, country)
    if (!issue) return acts.save(row.id, field.name, move)
    acts.refuse(row.id, field.name, issueText(t, issue))
    focusIn(holder.current)
  })
  /** Leaving the control makes it take in what is typed. */
  const settleTyped = (move: Move) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    // A clock's control takes in what is typed a moment later.
    if (field.kind === 'instant') setTimeout(() => settle(move))
    else settle(move)
  }
  const press = (event: KeyboardEvent) => {
    if (!holder.current?.contains(event.target as Node)) return
    const meaning = meaningOf(pressedOf(event, field))
    afterPick.current = event.key === 'Enter' ? 'down' : 'stay'
    if (meaning === 'own') return
    event.preventDefault()
    event.stopPropagation()
    if (meaning === 'leave') acts.leave(row.id, field.name)
    else settleTyped(meaning)
  }
  const pick = (option: PickOption) => {
    titles.current = titleOf(field, option)
  }
  const change = (value: unknown) => {
    typed.current = value
    acts.change(row.id, field.name, value, titles.current)
    if (picked.has(field.kind)) settle(afterPick.current)
  }
  usePressOutside(holder, () => settleTyped('stay'))
  useEffect(() => focusIn(holder.current), [])
  return { holder, press, pick, change }
}

export function CellEditor(props: EditorProps) {
  const t = useT()
  const { field, row, draft, refs } = props
  const { holder, press, pick, change } = useEditing(props)
  const { help: _, ...plain } = field
  return (
    <div ref={holder} className="cell-editor" data-typing onKeyDownCapture={press}>
      <label htmlFor={inputId} className="unseen">
        {t('{field} of {record}', { field: field.label, record: props.name })}
      </label>
      <FieldInput
        id={inputId}
        field={plain}
        value={draft.value}
        row={row}
        refs={joinedTitles(refs, draft.titles)}
        error={draft.words}
        opens
        onPick={pick}
        onChange={change}
      />
      {draft.words && (
        <p id={`${inputId}-error`} role="alert" className="cell-words">
          {draft.words}
        </p>
      )}
    </div>
  )
}
