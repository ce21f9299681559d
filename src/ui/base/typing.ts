/** Whether a bare key is meant for the page: not while somebody types, nor below a window. */

const windows = 'dialog[open], .ant-modal-wrap:not([style*="none"]), .ant-drawer-open'
const controls =
  'input:not([type=checkbox]), textarea, select, [contenteditable=true], [role=menu], [data-typing]'

/** Somebody is typing, or a window stands over the page. */
export function isElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector(windows)) return true
  return target instanceof HTMLElement && target.closest(controls) !== null
}

/** A key by itself, meant for the page. Shift counts as part of the sign. */
export function isBareKey(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false
  return !event.defaultPrevented && !isElsewhere(event.target)
}
