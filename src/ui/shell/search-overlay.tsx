/** The search box over the page (Ctrl/⌘ K): finds records, goes anywhere, does what is offered. */
import { useComposed } from '#ui/base/composing.ts'
import { useT } from '#ui/base/house.tsx'
import { NamedIcon } from '#ui/base/icons.tsx'
import { usePhone } from '#ui/base/media.ts'
import { IconSearch, IconX } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import {
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
} from 'react'
import type { Deed, Find } from './finds.ts'
import './search-overlay.css'
import { useFinds } from './use-finds.ts'

/** Calls back on Ctrl+K and ⌘K, wherever the focus is. */
export function useSearchKey(open: () => void): void {
  const press = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    open()
  })
  useEffect(() => {
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}

function useShownDialog(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return dialog
}

interface ResultsProps {
  id: string
  finds: (Find | Deed)[]
  active: number
  onPoint: (index: number) => void
  onOpen: (find: Find | Deed) => void
}

function Results({ id, finds, active, onPoint, onOpen }: ResultsProps) {
  const t = useT()
  return (
    <div id={id} role="listbox" aria-label={t('Search results')} className="search-results">
      {finds.map((find, index) => (
        <div key={find.key} role="presentation">
          {find.group !== finds[index - 1]?.group && (
            <div className="search-group" role="presentation">
              {find.group}
            </div>
          )}
          <div
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className="search-find"
            onMouseMove={() => onPoint(index)}
            onClick={() => onOpen(find)}
            ref={index === active ? (row) => row?.scrollIntoView({ block: 'nearest' }) : null}
          >
            {'run' in find ? find.icon : <NamedIcon name={find.icon} />}
            <span className="clip">{find.title}</span>
            <span className="faint clip search-subtitle">{find.subtitle}</span>
          </div>
        </div>
      ))}
    </div>
  )
}

function useChoice(finds: (Find | Deed)[], onOpen: (find: Find | Deed) => void) {
  const [active, setActive] = useState(0)
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      setActive((was) => (was + step + finds.length) % Math.max(1, finds.length))
    }
    const chosen = finds[active]
    if (event.key === 'Enter' && chosen) {
      event.preventDefault()
      onOpen(chosen)
    }
  }
  return { active, setActive, press }
}

/** A finger has no Escape key. */
function CloseKey({ onClose }: { onClose: () => void }) {
  const t = useT()
  if (!usePhone()) return <kbd>Esc</kbd>
  return (
    <button type="button" className="icon-button" aria-label={t('Close')} onClick={onClose}>
      <IconX size={20} stroke={1.7} aria-hidden />
    </button>
  )
}

export function SearchOverlay(props: { onClose: () => void }) {
  const t = useT()
  const id = useId()
  const dialog = useShownDialog()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const { composed, listening } = useComposed(typed)
  const { finds, isSearching } = useFinds(composed)
  const open = (find: Find | Deed) => {
    props.onClose()
    if ('run' in find) find.run()
    else void navigate({ href: find.href })
  }
  const { active, setActive, press } = useChoice(finds, open)
  const isEmpty = composed.trim() !== '' && finds.length === 0 && !isSearching
  return (
    <dialog
      ref={dialog}
      className="search"
      aria-label={t('Search everything…')}
      onClose={props.onClose}
      onClick={(event) => event.target === dialog.current && props.onClose()}
    >
      <div className="search-box">
        <IconSearch size={19} stroke={1.7} aria-hidden />
        <input
          autoFocus
          role="combobox"
          aria-expanded
          aria-controls={id}
          aria-activedescendant={finds.length > 0 ? `${id}-${active}` : undefined}
          aria-label={t('Search everything…')}
          placeholder={t('Name, pinyin, number, phone…')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setActive(0)
          }}
          onKeyDown={press}
          {...listening}
        />
        <CloseKey onClose={props.onClose} />
      </div>
      <Results id={id} finds={finds} active={active} onPoint={setActive} onOpen={open} />
      {isEmpty && <p className="search-none">{t('Nothing found. Try fewer or other letters.')}</p>}
    </dialog>
  )
}
