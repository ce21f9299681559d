/** The keys of what is open, told to the one sheet that explains them. */
import { createContext, useContext, useEffect, useId, useMemo, type ReactNode } from 'react'

export interface KeyLine {
  /** As they are written on the keyboard; any of them. */
  keys: readonly string[]
  what: string
}

export interface KeySheet {
  /** Of what: the list, the record, the form. */
  title: string
  lines: readonly KeyLine[]
}

interface KeySheets {
  sheets: Map<string, KeySheet>
  show: () => void
}

const KeysContext = createContext<KeySheets | null>(null)

export function Keys({ onShow, children }: { onShow: () => void; children: ReactNode }) {
  const sheets = useMemo(() => new Map<string, KeySheet>(), [])
  const kept = useMemo(() => ({ sheets, show: onShow }), [sheets, onShow])
  return <KeysContext value={kept}>{children}</KeysContext>
}

/** The part of a page that hears these keys explains them, for as long as it is there. */
export function useKeySheet(title: string, lines: readonly KeyLine[]): void {
  const sheets = useContext(KeysContext)?.sheets
  const id = useId()
  useEffect(() => {
    if (lines.length > 0) sheets?.set(id, { title, lines })
    return () => void sheets?.delete(id)
  })
}

export function useKeySheets(): KeySheet[] {
  return [...(useContext(KeysContext)?.sheets.values() ?? [])]
}

/** Shows the sheet. */
export function useShowKeys(): () => void {
  return useContext(KeysContext)?.show ?? nothing
}

function nothing(): void {}
