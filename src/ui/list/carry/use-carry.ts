/** Cards that can be carried to another place: by pointer, or by space, arrows and space. */
import { useStable } from '#ui/base/stable.ts'
import { useState, type KeyboardEvent, type PointerEvent } from 'react'
import { followPointer } from './follow-pointer.ts'

export interface Carried {
  id: string
  from: string
  /** Where it would be put down now. */
  over: string | undefined
  byKeys: boolean
}

export interface CarryWish {
  /** The place that an arrow key leads to from this one. */
  step: (place: string, key: string) => string | undefined
  onLift: (id: string) => void
  onDrop: (id: string, place: string) => void
}

const arrows = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'])

/** A card is an element with `data-card` (its id) and `data-from`; a place has `data-place`. */
export function useCarry(wish: CarryWish) {
  const [carried, carry] = useState<Carried | null>(null)
  const lift = (card: HTMLElement, byKeys: boolean) => {
    const { card: id = '', from = '' } = card.dataset
    carry({ id, from, over: from, byKeys })
    wish.onLift(id)
  }
  const drop = useStable((id: string, from: string, place: string | undefined) => {
    carry(null)
    if (place !== undefined && place !== from) wish.onDrop(id, place)
  })
  const press = (event: PointerEvent<HTMLElement>) => {
    const target = event.target as HTMLElement
    const card = target.closest<HTMLElement>('[data-card]')
    if (event.button !== 0 || !card || target.closest('input, button, label')) return
    const { card: id = '', from = '' } = card.dataset
    followPointer(card, event.nativeEvent, {
      onLift: () => lift(card, false),
      onOver: (over) => carry((now) => (now && now.over !== over ? { ...now, over } : now)),
      onDrop: (place) => drop(id, from, place),
      onLeave: () => carry(null),
    })
  }
  const key = (event: KeyboardEvent<HTMLElement>) => {
    const card = (event.target as HTMLElement).closest<HTMLElement>('[data-card]')
    if (!card || event.ctrlKey || event.metaKey || event.altKey) return
    if (carried?.byKeys) return keyWhileCarrying(event, carried)
    const isBox = (event.target as HTMLElement).closest('input, button')
    if (event.key !== ' ' || isBox) return
    event.preventDefault()
    lift(card, true)
  }
  const keyWhileCarrying = (event: KeyboardEvent, { id, from, over = from }: Carried) => {
    const isEnd = event.key === ' ' || event.key === 'Enter'
    if (isEnd) drop(id, from, over)
    else if (event.key === 'Escape' || event.key === 'Tab') carry(null)
    else if (arrows.has(event.key)) {
      const next = wish.step(over, event.key)
      if (next !== undefined) carry({ id, from, over: next, byKeys: true })
    } else return
    if (event.key !== 'Tab') event.preventDefault()
    event.stopPropagation()
  }
  return { carried, events: { onPointerDown: press, onKeyDown: key } }
}
