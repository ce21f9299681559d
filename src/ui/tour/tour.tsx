/** Shows a person around: one thing after the other is lit, with a few words beside it. */
import { useHouse, useT } from '#ui/base/house.tsx'
import { usePhone } from '#ui/base/media.ts'
import { Button } from 'antd'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { placeBeside, type Box } from './tour-place.ts'
import { stopsOf } from './tour-stops.ts'
import { useStop } from './use-stop.ts'
import './tour.css'

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent)
/** Air between what is lit and the edge of the light. */
const air = 4

function useShown() {
  const dialog = useRef<HTMLDialogElement>(null)
  const next = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    next.current?.focus()
    return () => shown?.close()
  }, [])
  return { dialog, next }
}

/** Its own size decides where it stands. */
function useCardSize() {
  const card = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 340, height: 200 })
  useEffect(() => {
    const shown = card.current
    if (!shown) return undefined
    const watcher = new ResizeObserver(() =>
      setSize({ width: shown.offsetWidth, height: shown.offsetHeight }),
    )
    watcher.observe(shown)
    return () => watcher.disconnect()
  }, [])
  return { card, size }
}

export function Tour({ onEnd }: { onEnd: () => void }) {
  const t = useT()
  const id = useId()
  const house = useHouse()
  const phone = usePhone()
  const { dialog, next } = useShown()
  const stops = stopsOf(house, phone, isApple ? '⌘ K' : 'Ctrl K', t)
  const { stop, at, count, light, isFirst, isLast, ...way } = useStop(stops, onEnd)
  const { card, size } = useCardSize()
  // The buttons beside it come and go; the keys must not get lost with them.
  const step = (by: number) => {
    next.current?.focus()
    way.step(by)
  }
  const press = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    if (!(by < 0 && isFirst)) step(by)
  }
  const screen = { width: innerWidth, height: innerHeight }
  const place = light ? placeBeside(light, size, screen) : undefined
  return (
    <dialog
      ref={dialog}
      className="tour"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onKeyDown={press}
      onCancel={(event) => {
        event.preventDefault()
        onEnd()
      }}
    >
      {light && <div className="tour-light" style={grown(light)} />}
      <div ref={card} className={place ? 'tour-card' : 'tour-card is-waiting'} style={place}>
        <div aria-live="polite">
          <h2 id={`${id}-title`}>{stop?.title}</h2>
          <p id={`${id}-text`}>{stop?.text}</p>
        </div>
        <div className="tour-foot">
          <span className="faint tour-count">{t('{at} of {count}', { at: at + 1, count })}</span>
          <span className="grow" />
          {!isLast && <Button onClick={onEnd}>{t('Skip')}</Button>}
          {!isFirst && <Button onClick={() => step(-1)}>{t('Back')}</Button>}
          <Button ref={next} type="primary" onClick={() => step(1)}>
            {isLast ? t('Done') : t('Next')}
          </Button>
        </div>
      </div>
    </dialog>
  )
}

/** A little larger, but inside the screen. */
function grown({ left, top, width, height }: Box) {
  const [x, y] = [Math.max(left - air, 2), Math.max(top - air, 2)]
  const right = Math.min(left + width + air, innerWidth - 2)
  const bottom = Math.min(top + height + air, innerHeight - 2)
  return { left: x, top: y, width: right - x, height: bottom - y }
}
