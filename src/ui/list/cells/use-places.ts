/** Where in the table the keyboard stands: on a row, or on one of its cells; which cell is open. */
import type { FieldMeta } from '#kernel/http/wire.ts'
import { useT } from '#ui/base/house.tsx'
import { App } from 'antd'
import { useState } from 'react'
import type { ListView } from '../use-list-view.ts'
import type { Move } from './cell-keys.ts'
import { obstacleOf, obstacleText } from './obstacle.ts'

/** The row that the keyboard stands on is the list's own matter. */
export interface Standing {
  active: number
  onMove: (to: number) => void
}

export interface Place {
  id: string
  field: string
}

/** Where the keyboard stands, and which cell is open. */
export function usePlaces(view: ListView, { active, onMove }: Standing) {
  const t = useT()
  const { message } = App.useApp()
  const [column, stand] = useState<string | null>(null)
  const [editing, open] = useState<Place | null>(null)
  const { rows, closed = {}, state } = view
  const names = state.columns.map(({ name }) => name)
  const isOpen = (id: string, field: FieldMeta) => obstacleOf(field, closed[id]) === null
  const step = (id: string, from: string, move: Move) => {
    const at = rows.findIndex((row) => row.id === id)
    if (at < 0 || move === 'stay') return
    if (move === 'down') return onMove(Math.min(at + 1, rows.length - 1))
    if (move === 'up') return onMove(Math.max(at - 1, 0))
    const place = names.indexOf(from)
    const beside =
      move === 'right'
        ? state.columns.slice(place + 1)
        : state.columns.slice(0, Math.max(place, 0)).toReversed()
    stand(beside.find((field) => isOpen(id, field))?.name ?? from)
  }
  const goTo = (at: number, name: string): Place | null => {
    const [row, field] = [rows[at], state.columns[names.indexOf(name)]]
    if (!row || !field) return null
    onMove(at)
    stand(name)
    const obstacle = obstacleOf(field, closed[row.id])
    if (obstacle === null) return { id: row.id, field: name }
    void message.info({ key: 'cell', content: obstacleText(obstacle, field, t) })
    return null
  }
  const present = column !== null && names.includes(column) ? column : null
  const firstOpen = (at: number) =>
    state.columns.find((field) => isOpen(rows[at]?.id ?? '', field))?.name ?? names[0] ?? ''
  const moves = { stand, onMove, open, step, goTo }
  return { column: present, editing, names, firstOpen, active, ...moves }
}

export type Places = ReturnType<typeof usePlaces>

/** Enter and F2 open a cell, the arrows go from cell to cell, Escape goes back to the rows. */
export function pressOf(places: Places, edit: (at: number, field: string) => void) {
  const { column, names, stand, onMove } = places
  const active = Math.max(places.active, 0)
  const place = column === null ? -1 : names.indexOf(column)
  const go = (to: number) => {
    onMove(active)
    stand(names[Math.min(to, names.length - 1)] ?? null)
    return true
  }
  return (key: string): boolean => {
    if (key === 'F2') {
      edit(active, column ?? places.firstOpen(active))
      return true
    }
    if (key === 'ArrowRight') return go(place + 1)
    if (column === null) return false
    if (key === 'ArrowLeft') return place === 0 ? (stand(null), true) : go(place - 1)
    if (key === 'Enter') edit(active, column)
    else if (key === 'Escape') stand(null)
    else return false
    return true
  }
}
