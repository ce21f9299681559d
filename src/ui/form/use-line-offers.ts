/** Asks the server for what it offers for lines while they are typed, and fills it in. */
import { useT } from '#ui/base/house.tsx'
import { useEffect, useRef, useState } from 'react'
import { linesOf } from './form-values.ts'
import type { Line } from './grid/grid-lines.ts'
import {
  isSpecial,
  lineOffersOf,
  offerKey,
  wantedOf,
  withOffer,
  type Asked,
  type LineOffers,
  type Offer,
  type Wanted,
} from './line-offers.ts'
import type { Form } from './use-form.ts'

/** @returns what is to be said of the offers that stand in the lines, or null */
export function useLineOffers(entity: string, form: Form, name: string): string | null {
  const t = useT()
  const how = lineOffersOf(entity)
  const asked = useRef(new Map<string, Asked>())
  const [offered, setOffered] = useState<Readonly<Record<string, Offer>>>({})
  const { values, base, update } = form
  useEffect(() => {
    if (!how) return
    const lines = linesOf(values[name])
    noteLoaded(how, asked.current, linesOf(base[name]), lines, values)
    const wanted = lines.flatMap((line) => {
      const wish = wantedOf(how, values, line, asked.current.get(line.$key))
      return wish ?? []
    })
    if (wanted.length === 0) return
    for (const wish of wanted) asked.current.set(wish.line.$key, waiting(wish))
    const lookUp = async () => {
      const offers = await how.ask(
        values,
        wanted.map(({ line }) => line),
      )
      const answered = noteAnswers(asked.current, wanted, offers)
      update(name, (now) => withOffers(linesOf(now), answered))
      setOffered((before) => ({ ...before, ...byLine(asked.current) }))
    }
    // What cannot be offered is typed; the next change asks again.
    lookUp().catch(() => wanted.forEach(({ line }) => asked.current.delete(line.$key)))
  }, [how, values, base, update, name])
  if (!how) return null
  const isSaid = linesOf(values[name]).some((line) => {
    const offer = offered[line.$key]
    return offer && isSpecial(line, offer)
  })
  return isSaid ? how.said(t, values) : null
}

/** What was loaded stands as it is. */
function noteLoaded(
  how: LineOffers,
  asked: Map<string, Asked>,
  loaded: readonly Line[],
  lines: readonly Line[],
  values: Form['values'],
): void {
  for (const line of lines) {
    if (asked.has(line.$key)) continue
    const own = loaded.find(({ $key }) => $key === line.$key)
    if (!own || own[how.of] !== line[how.of]) continue
    const key = offerKey(how, values, line)
    asked.set(line.$key, { picked: line[how.of], key, offer: null, isWaiting: false })
  }
}

function waiting({ picked, key, before }: Wanted): Asked {
  return { picked, key, offer: before, isWaiting: true }
}

interface Answered {
  wish: Wanted
  offer: Offer
}

/** An answer to an older question is left. */
function noteAnswers(
  asked: Map<string, Asked>,
  wanted: readonly Wanted[],
  offers: readonly Offer[],
): Map<string, Answered> {
  const answered = new Map<string, Answered>()
  wanted.forEach((wish, index) => {
    const offer = offers[index]
    const { $key } = wish.line
    const { picked, key } = wish
    if (!offer || asked.get($key)?.key !== key) return
    asked.set($key, { picked, key, offer, isWaiting: false })
    answered.set($key, { wish, offer })
  })
  return answered
}

function withOffers(lines: readonly Line[], answered: ReadonlyMap<string, Answered>): Line[] {
  return lines.map((line) => {
    const answer = answered.get(line.$key)
    return answer ? withOffer(line, answer.offer, answer.wish) : line
  })
}

function byLine(asked: Map<string, Asked>): Record<string, Offer> {
  const known = [...asked].flatMap(([key, { offer }]) => (offer ? [[key, offer] as const] : []))
  return Object.fromEntries(known)
}
