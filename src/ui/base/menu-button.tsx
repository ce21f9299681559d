/** A button that opens a short list of things to do; arrow keys move in it, Escape closes it. */
import { Popover } from 'antd'
import { useState, type KeyboardEvent, type ReactElement, type ReactNode } from 'react'
import './menu-button.css'

export interface MenuItem {
  key: string
  label: ReactNode
  icon?: ReactNode
  danger?: boolean
  /** Cannot be done now, for this reason. */
  why?: string | undefined
  /** Opens this address instead of calling `onSelect`. */
  href?: string
  download?: boolean
  onSelect?: () => void
}

function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step) return
  event.preventDefault()
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')]
  const at = items.indexOf(document.activeElement as HTMLElement)
  items.at((at + step + items.length) % items.length)?.focus()
}

function Item({ item, onDone }: { item: MenuItem; onDone: () => void }) {
  const className = item.danger ? 'menu-item menu-item-danger' : 'menu-item'
  const content = (
    <>
      {item.icon}
      <span className="grow">
        {item.label}
        {item.why && <span className="menu-why">{item.why}</span>}
      </span>
    </>
  )
  const choose = () => {
    if (item.why) return
    onDone()
    item.onSelect?.()
  }
  if (item.href === undefined) {
    return (
      <button
        type="button"
        role="menuitem"
        aria-disabled={item.why !== undefined}
        className={className}
        onClick={choose}
      >
        {content}
      </button>
    )
  }
  return (
    <a
      role="menuitem"
      className={className}
      href={item.href}
      download={item.download}
      onClick={choose}
    >
      {content}
    </a>
  )
}

/** Puts the focus on the first item as soon as the menu is drawn. */
function focusFirst(menu: HTMLDivElement | null): void {
  requestAnimationFrame(() => menu?.querySelector<HTMLElement>('[role=menuitem]')?.focus())
}

interface MenuButtonProps {
  items: readonly MenuItem[]
  /** The button itself. */
  children: ReactElement
}

export function MenuButton({ items, children }: MenuButtonProps) {
  const [isOpen, setOpen] = useState(false)
  const menu = (
    <div
      className="menu"
      role="menu"
      tabIndex={-1}
      ref={focusFirst}
      onKeyDown={(event) => (event.key === 'Escape' ? setOpen(false) : moveFocus(event))}
    >
      {items.map((item) => (
        <Item key={item.key} item={item} onDone={() => setOpen(false)} />
      ))}
    </div>
  )
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      destroyOnHidden
      styles={{ container: { padding: 4 } }}
      content={menu}
    >
      {children}
    </Popover>
  )
}
