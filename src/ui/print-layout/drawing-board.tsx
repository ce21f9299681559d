/** The page that is drawn on; what is done there and beside it are the same steps. */
import type { Locale } from '#kernel/http/wire.ts'
import { useT, type Translate } from '#ui/base/house.tsx'
import { usePreferences } from '#ui/base/preferences-context.tsx'
import { Waiting } from '#ui/base/waiting.tsx'
import { useEffect, useRef, useState } from 'react'
import type { Board } from './board.ts'
import { boardWords } from './board-words.ts'
import type { Drawing } from './drawing.ts'

interface DrawingBoardProps {
  drawing: Drawing
  sheet: { width: number; height: number; edge: number }
  onDraw: (drawing: Drawing) => void
  /** The board only measured anew what was put on it. */
  onSettle: (drawing: Drawing) => void
  onSelect: (names: string[]) => void
  onPage: (page: number) => void
}

export function DrawingBoard(props: DrawingBoardProps) {
  const t = useT()
  const { place, touch, isOpen, fault } = useBoard(props)
  return (
    <div className="drawing-board">
      {!isOpen && !fault && <Waiting />}
      {fault && <p className="palette-none">{t('The drawing board could not be loaded.')}</p>}
      <div
        ref={place}
        className="drawing-board-place"
        onPointerDownCapture={touch}
        onKeyDownCapture={touch}
      />
    </div>
  )
}

function useBoard(props: DrawingBoardProps) {
  const t = useT()
  const { locale } = usePreferences()
  const place = useRef<HTMLDivElement>(null)
  const board = useRef<Board | null>(null)
  /** What the board itself shows already. */
  const shown = useRef(props.drawing)
  const latest = useRef(props)
  /** Somebody did something on it since it was shown a drawing. */
  const isTouched = useRef(false)
  const selected = useRef<string[]>([])
  const [isOpen, setOpen] = useState(false)
  const [fault, setFault] = useState(false)
  useEffect(() => {
    latest.current = props
  })
  useEffect(() => {
    let isLeft = false
    const draw = (next: Drawing) => {
      shown.current = next
      const { onDraw, onSettle } = latest.current
      ;(isTouched.current ? onDraw : onSettle)(next)
    }
    const select = (names: string[]) => {
      // What it lets go of by itself, being shown something else, is taken up again.
      if (names.length > 0 || isTouched.current) selected.current = names
      latest.current.onSelect(names)
    }
    const open = async (on: HTMLDivElement) => {
      const opened = await opening(on, latest, { locale, t, draw, select })
      if (isLeft) return opened.close()
      board.current = opened
      setOpen(true)
    }
    if (place.current) void open(place.current).catch(() => setFault(true))
    return () => {
      isLeft = true
      board.current?.close()
      board.current = null
    }
  }, [t, locale])
  useEffect(() => {
    if (!isOpen || shown.current === props.drawing) return
    const names = toSelect(shown.current, props.drawing, selected.current)
    shown.current = props.drawing
    isTouched.current = false
    board.current?.show(props.drawing)
    // Not taken back when the board settles, which draws once more.
    setTimeout(() => names.length > 0 && board.current?.select(names), settling)
  }, [isOpen, props.drawing])
  const touch = () => {
    isTouched.current = true
  }
  return { place, touch, isOpen, fault }
}

/** Until the board has drawn what it was shown. */
const settling = 120

/** What was just put on the page, else what was selected before. */
function toSelect(before: Drawing, now: Drawing, was: readonly string[]): string[] {
  const known = new Set(before.pages.flat().map(({ name }) => name))
  const names = now.pages.flat().map(({ name }) => name)
  const added = names.filter((name) => !known.has(name))
  return added.length === 1 ? added : was.filter((name) => names.includes(name))
}

interface Opening {
  locale: Locale
  t: Translate
  draw: (next: Drawing) => void
  select: (names: string[]) => void
}

/** The board itself is heavy: it is fetched when somebody draws. */
async function opening(
  place: HTMLDivElement,
  latest: { current: DrawingBoardProps },
  { locale, t, draw, select }: Opening,
): Promise<Board> {
  const { openBoard } = await import('./board.ts')
  const { drawing, sheet } = latest.current
  return openBoard({
    place,
    drawing,
    sheet,
    lang: locale === 'en' ? 'en' : 'zh',
    words: boardWords(t),
    everyPage: t('On every page'),
    kinds: kindsOf(t),
    theme,
    onDraw: draw,
    onSelect: select,
    onPage: (page) => latest.current.onPage(page),
  })
}

function kindsOf(t: Translate): Record<string, string> {
  return {
    text: t('Words'),
    table: t('Table'),
    image: t('Picture'),
    line: t('Ruled line'),
    rectangle: t('Box'),
    ellipse: t('Ellipse'),
    code128: t('Bar code'),
    qrcode: t('QR code'),
    ean13: t('Bar code EAN-13'),
  }
}

/**
 * Light by day and night, as paper is; the board's forms know no other shade. Without a name of
 * its own the board's style would take the place of ours.
 */
const theme = { token: { colorPrimary: '#1d6b62' }, cssVar: { key: 'drawing-board' } }
