/** Arrow keys go from card to card: up and down in a column, sideways to the next one. */
import type { KeyboardEvent } from 'react'

function cardsIn(column: Element | undefined): HTMLElement[] {
  return [...(column?.querySelectorAll<HTMLElement>('[data-card]') ?? [])]
}

interface Step {
  right: number
  down: number
}

const still: Step = { right: 0, down: 0 }

const steps: Record<string, Step> = {
  ArrowLeft: { right: -1, down: 0 },
  ArrowRight: { right: 1, down: 0 },
  ArrowUp: { right: 0, down: -1 },
  ArrowDown: { right: 0, down: 1 },
  k: { right: 0, down: -1 },
  j: { right: 0, down: 1 },
}

export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const { right, down } = steps[event.key] ?? still
  const card = (event.target as HTMLElement).closest<HTMLElement>('[data-card]')
  const column = card?.closest('[data-place]')
  if (!card || !column || (right === 0 && down === 0) || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  const at = cardsIn(column).indexOf(card)
  const columns = [...event.currentTarget.querySelectorAll('[data-place]')]
  const here = columns.indexOf(column)
  const beside = right < 0 ? columns.slice(0, here).toReversed() : columns.slice(here + 1)
  const filled = beside.find((one) => cardsIn(one).length > 0)
  const cards = cardsIn(right === 0 ? column : filled)
  const target = cards[Math.max(Math.min(at + down, cards.length - 1), 0)]
  target?.querySelector('a')?.focus()
}
