/** Goes from stop to stop: opens the page, waits until the thing is there, follows where it is. */
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useState } from 'react'
import { around, type Box } from './tour-place.ts'
import type { Stop } from './tour-stops.ts'

const look = 120
/** What has not come by then, this person does not have. */
const patience = 4000

function find(target: string): Box | null {
  const marked = document.querySelectorAll(`[data-tour="${target}"]`)
  return around([...marked].map((one) => one.getBoundingClientRect()))
}

function isSame(one: Box | null, other: Box | null): boolean {
  if (!one || !other) return one === other
  return (['left', 'top', 'width', 'height'] as const).every((side) => one[side] === other[side])
}

export function useStop(stops: readonly Stop[], onEnd: () => void) {
  const navigate = useNavigate()
  const { pathname, href } = useLocation()
  const [start] = useState(href)
  const [{ at, by }, move] = useState({ at: 0, by: 1 })
  const [light, setLight] = useState<Box | null>(null)
  const stop = stops[at]
  const end = () => {
    onEnd()
    void navigate({ href: start })
  }
  const step = (way: number) => {
    const next = at + way
    if (next >= stops.length || next < 0) return end()
    setLight(null)
    return move({ at: next, by: way })
  }
  const leaveOut = useEffectEvent(() => step(by))
  useEffect(() => {
    if (stop?.path && stop.path !== pathname) void navigate({ href: stop.path })
  }, [stop?.path, pathname, navigate])
  const target = stop?.target ?? ''
  useEffect(() => {
    const began = performance.now()
    let wasThere = false
    const measure = () => {
      const box = find(target)
      wasThere ||= box !== null
      setLight((was) => (isSame(was, box) ? was : box))
      if (!wasThere && performance.now() - began > patience) leaveOut()
    }
    measure()
    const timer = setInterval(measure, look)
    addEventListener('resize', measure)
    return () => {
      clearInterval(timer)
      removeEventListener('resize', measure)
    }
  }, [target])
  const isLast = at === stops.length - 1
  return { stop, at, count: stops.length, light, isFirst: at === 0, isLast, step }
}
