/** Carries a card after mouse, pen or finger: a copy follows it, places below are told. */
const startsAfter = 6
const heldFor = 300
const edge = 48
const speed = 14

export interface Following {
  /** The carrying begins: the mouse moved, or the finger lay still. */
  onLift: () => void
  /** The place below, undefined where there is none. */
  onOver: (place: string | undefined) => void
  onDrop: (place: string | undefined) => void
  onLeave: () => void
}

interface Point {
  x: number
  y: number
}

function placeAt({ x, y }: Point): string | undefined {
  const place = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-place]')
  return place?.dataset['place']
}

function copyOf(card: HTMLElement): HTMLElement {
  const { width, height, left, top } = card.getBoundingClientRect()
  const copy = card.cloneNode(true) as HTMLElement
  copy.classList.add('carried')
  copy.inert = true
  copy.removeAttribute('id')
  Object.assign(copy.style, {
    width: `${width}px`,
    height: `${height}px`,
    left: `${left}px`,
    top: `${top}px`,
  })
  document.body.append(copy)
  return copy
}

/** Scrolls what lies under the pointer near an edge of it, but nothing below a bar that stays. */
function scrollBelow({ x, y }: Point): void {
  let box = document.elementFromPoint(x, y)
  for (; box instanceof HTMLElement; box = box.parentElement) {
    const { left, right, top, bottom } = box.getBoundingClientRect()
    const { overflowX, overflowY } = getComputedStyle(box)
    if (overflowX === 'auto' && box.scrollWidth > box.clientWidth) {
      if (x < left + edge) box.scrollLeft -= speed
      if (x > right - edge) box.scrollLeft += speed
    }
    if (overflowY === 'auto' && box.scrollHeight > box.clientHeight) {
      if (y < top + edge) box.scrollTop -= speed
      if (y > bottom - edge) box.scrollTop += speed
    }
    if (getComputedStyle(box).position === 'sticky') return
  }
}

/** The click that ends a drag is none. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
  }
  addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => removeEventListener('click', swallow, { capture: true }), 50)
}

/** Begins with a pressed pointer; ends by itself. */
export function followPointer(card: HTMLElement, down: PointerEvent, way: Following): void {
  const start: Point = { x: down.clientX, y: down.clientY }
  const ended = new AbortController()
  const choice = { signal: ended.signal }
  let at = start
  let copy: HTMLElement | undefined
  let frame = 0

  const drawn = () => {
    scrollBelow(at)
    way.onOver(placeAt(at))
    frame = requestAnimationFrame(drawn)
  }
  const lift = () => {
    copy = copyOf(card)
    document.body.classList.add('is-carrying')
    way.onLift()
    drawn()
  }
  const isFinger = down.pointerType === 'touch'
  const timer = isFinger ? setTimeout(lift, heldFor) : undefined
  const end = () => {
    clearTimeout(timer)
    cancelAnimationFrame(frame)
    ended.abort()
    copy?.remove()
    document.body.classList.remove('is-carrying')
  }
  const move = (event: PointerEvent) => {
    if (event.pointerId !== down.pointerId) return
    at = { x: event.clientX, y: event.clientY }
    const [right, below] = [at.x - start.x, at.y - start.y]
    const isFar = Math.hypot(right, below) > startsAfter
    // A finger that moves before it has lain still is scrolling.
    if (!copy && isFar && isFinger) return end()
    if (!copy && isFar) lift()
    if (copy) copy.style.transform = `translate(${right}px, ${below}px) rotate(1.5deg)`
  }
  const drop = () => {
    const wasCarried = copy !== undefined
    end()
    if (!wasCarried) return
    swallowClick()
    way.onDrop(placeAt(at))
  }
  const leave = () => {
    const wasCarried = copy !== undefined
    end()
    if (wasCarried) way.onLeave()
  }
  addEventListener('pointermove', move, choice)
  addEventListener('pointerup', drop, choice)
  addEventListener('pointercancel', leave, choice)
  const stay = (event: Event) => copy && event.preventDefault()
  addEventListener('touchmove', stay, { ...choice, passive: false })
  addEventListener('contextmenu', stay, choice)
  const escape = (event: KeyboardEvent) => event.key === 'Escape' && leave()
  addEventListener('keydown', escape, { ...choice, capture: true })
}
