/** A whole address that is pasted into one of its parts falls apart into all of them. */
import { useEffect, useRef, useState } from 'react'

type Parts = Record<string, unknown>

/** What a line says of; where on the map it lies it does not. */
const said = ['country', 'region', 'city', 'district', 'street', 'postalCode']

/** The names of all places come when the first line is pasted. */
async function parsed(line: string, home: string): Promise<Parts | null> {
  const { parseAddress } = await import('#kernel/text/parse-address.ts')
  return parseAddress(line, home) as Parts | null
}

/** @returns `undo` only as long as the parts are as they were filled in */
export function useTakenApart(address: Parts, home: string, onChange: (value: Parts) => void) {
  const now = useRef({ address, onChange })
  useEffect(() => {
    now.current = { address, onChange }
  })
  const [filled, setFilled] = useState<{ before: Parts; after: string } | null>(null)
  const takeApart = async (line: string) => {
    const found = await parsed(line, home)
    if (!found || Object.keys(found).length < 3) return
    const before = now.current.address
    const kept = Object.entries(before).filter(([part]) => !said.includes(part))
    const after = { ...Object.fromEntries(kept), ...found }
    now.current.onChange(after)
    setFilled({ before, after: JSON.stringify(after) })
  }
  const isFresh = filled !== null && filled.after === JSON.stringify(address)
  const undo = isFresh ? () => onChange(filled.before) : null
  return { takeApart, undo }
}
