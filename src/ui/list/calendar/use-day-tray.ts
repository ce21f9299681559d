/** What lies beside a calendar to be put onto its days, and the putting. */
import type { ActionMeta, EntityMeta, FieldMeta } from '#kernel/http/wire.ts'
import type { DateText } from '#kernel/time/date.ts'
import { api } from '#ui/base/api.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { usePreferences } from '#ui/base/preferences-context.tsx'
import { useAction } from '#ui/base/use-action.ts'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { useState } from 'react'
import { dayName } from './day-words.ts'

export interface DayTray {
  entity: EntityMeta
  action: ActionMeta
  /** What the action asks beside the day; it stays for the next record. */
  asked: FieldMeta[]
  said: Readonly<Record<string, unknown>>
  say: (said: Readonly<Record<string, unknown>>) => void
  isOpen: boolean
  open: (isOpen: boolean) => void
  put: (id: string, day: DateText) => Promise<void>
}

/** Cards that lie there are carried under this name before their id. */
const mark = 'tray '

export const trayCard = (id: string) => `${mark}${id}`

/** The record that is carried from beside the calendar; undefined: one from a day. */
export function fromTray(card: string): string | undefined {
  return card.startsWith(mark) ? card.slice(mark.length) : undefined
}

/** Null where nothing may be put onto the days that this field says. */
export function useDayTray({ putOnDays }: EntityMeta, field: FieldMeta): DayTray | null {
  const { entities } = useHouse()
  const entity = entities[putOnDays?.entity ?? '']
  const action = entity?.actions.find(({ name }) => name === putOnDays?.action)
  const day = action?.input.find(({ name }) => name === field.name)
  const [isOpen, open] = useState(false)
  const [said, say] = useState<Readonly<Record<string, unknown>>>({})
  const put = usePut(putOnDays?.entity ?? '', action, said)
  if (!entity || !action || !day) return null
  const asked = action.input.filter(({ name }) => name !== day.name)
  const putOn = (id: string, on: DateText) => put(id, on, day.name)
  return { entity, action, asked, said, say, isOpen, open, put: putOn }
}

/** What it made is taken back by throwing it away. */
function usePut(entity: string, action: ActionMeta | undefined, said: DayTray['said']) {
  const t = useT()
  const { locale } = usePreferences()
  const { run } = useAction(entity, action?.name ?? '')
  const { showDone, showProblem } = useUndoMessage()
  return async (id: string, day: DateText, field: string) => {
    try {
      const { result } = await run({ id, body: { input: { ...said, [field]: day } } })
      const made = result as { entity: string; id: string }
      const words = { action: action?.label ?? '', day: dayName(day, locale) }
      showDone(t('{action}: {day}', words), () => api.delete(`/api/${made.entity}/${made.id}`))
    } catch (error) {
      showProblem(error)
    }
  }
}
