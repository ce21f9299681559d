/** Where the card of the tour stands: beside what it speaks of, never over it. */

export interface Box {
  left: number
  top: number
  width: number
  height: number
}

interface Size {
  width: number
  height: number
}

const gap = 12

/** Around all of them; null for none, and for what is not on the screen. */
export function around(boxes: readonly Box[]): Box | null {
  const seen = boxes.filter(({ width, height }) => width > 0 && height > 0)
  if (seen.length === 0) return null
  const left = Math.min(...seen.map((box) => box.left))
  const top = Math.min(...seen.map((box) => box.top))
  const right = Math.max(...seen.map((box) => box.left + box.width))
  const bottom = Math.max(...seen.map((box) => box.top + box.height))
  return { left, top, width: right - left, height: bottom - top }
}

/**
 * The first side with room: below, above, right, left. Where none has any, the end of the screen
 * that is farther from it.
 */
export function placeBeside(target: Box, card: Size, screen: Size): { left: number; top: number } {
  const along = (start: number, size: number, most: number) =>
    Math.max(gap, Math.min(start, most - size - gap))
  const left = along(target.left, card.width, screen.width)
  const top = along(target.top, card.height, screen.height)
  const below = target.top + target.height + gap
  const above = target.top - card.height - gap
  const right = target.left + target.width + gap
  const before = target.left - card.width - gap
  if (below + card.height + gap <= screen.height) return { left, top: below }
  if (above >= gap) return { left, top: above }
  if (right + card.width + gap <= screen.width) return { left: right, top }
  if (before >= gap) return { left: before, top }
  const isHigh = target.top + target.height / 2 < screen.height / 2
  return { left, top: isHigh ? screen.height - card.height - gap : gap }
}
