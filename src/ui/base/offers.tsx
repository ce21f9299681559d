/** What can be done on the open page, told to the search box, which offers it by name. */
import { createContext, useContext, useEffect, useId, useMemo, type ReactNode } from 'react'
import type { MenuItem } from './menu-button.tsx'

export interface Offer {
  /** What it is done with, e.g. the number of the open order. */
  of: string
  items: readonly MenuItem[]
}

const OffersContext = createContext<Map<string, Offer> | null>(null)

export function Offers({ children }: { children: ReactNode }) {
  const offers = useMemo(() => new Map<string, Offer>(), [])
  return <OffersContext value={offers}>{children}</OffersContext>
}

/** The part of a page that draws these items offers them in the search box too. */
export function useOffer(of: string, items: readonly MenuItem[]): void {
  const offers = useContext(OffersContext)
  const id = useId()
  useEffect(() => {
    offers?.set(id, { of, items })
    return () => void offers?.delete(id)
  })
}

/** What is offered at this moment. */
export function useOffers(): Offer[] {
  return [...(useContext(OffersContext)?.values() ?? [])]
}

/** Does what an item says, as a click on it would. */
export function choose({ href, download, onSelect }: MenuItem): void {
  if (href === undefined) return onSelect?.()
  const link = document.createElement('a')
  link.href = href
  if (download) link.download = ''
  link.click()
}
