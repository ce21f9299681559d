/** Enters a day by typing it in any usual way, or from the calendar; and a moment of the clock. */
import { instantOf, isInstant } from '#kernel/time/instant.ts'
import { useHouse, useT } from '#ui/base/house.tsx'
import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import type { FocusEvent, KeyboardEvent } from 'react'
import { readDate } from '#ui/field/value/date-text.ts'
import { textOf } from '#ui/field/value/field-facts.ts'
import { sizeOf, spoken, statusOf } from './props.ts'
import type { FieldInputProps } from './props.ts'
import { wallTimeOf } from '#ui/field/value/wall-time.ts'

const FORMAT = 'YYYY-MM-DD'
/** Tried by the calendar itself while typing; everything else is read on leaving. */
const TYPED = [FORMAT, 'YYYY/MM/DD', 'YYYY.MM.DD', 'YYYY/M/D', 'YYYY-M-D', 'YYYYMMDD']

export function DateInput(props: FieldInputProps) {
  const t = useT()
  const { today } = useHouse()
  const text = textOf(props.value)
  const readTyped = (typed: string) => {
    if (typed.trim() === '' || typed === text) return
    props.onChange(readDate(typed, today) ?? typed)
  }
  return (
    <DatePicker
      {...common(props)}
      preserveInvalidOnBlur
      format={TYPED}
      placeholder={props.compact ? '' : t('Date')}
      value={dayjs(text, FORMAT, true).isValid() ? dayjs(text) : null}
      {...limits(props)}
      onChange={(day) => props.onChange(day?.isValid() ? day.format(FORMAT) : null)}
      onKeyDown={(event: KeyboardEvent<HTMLElement>) => {
        if (event.key === 'Enter') readTyped(textIn(event.target))
      }}
      onBlur={(event: FocusEvent<HTMLElement>) => {
        readTyped(textIn(event.target))
        props.onLeave?.()
      }}
    />
  )
}

export function InstantInput(props: FieldInputProps) {
  const { timeZone } = useHouse().company
  const value = isInstant(props.value) ? dayjs(wallTimeOf(props.value, timeZone)) : null
  return (
    <DatePicker
      {...common(props)}
      showTime={{ format: 'HH:mm', minuteStep: 5 }}
      format="YYYY-MM-DD HH:mm"
      value={value}
      onChange={(moment) => {
        const wall = moment?.isValid() ? moment : null
        props.onChange(wall && instantOf(wall.format('YYYY-MM-DD'), wall.format('HH:mm'), timeZone))
      }}
      onBlur={() => props.onLeave?.()}
    />
  )
}

function textIn(target: EventTarget): string {
  return target instanceof HTMLInputElement ? target.value : ''
}

function common(props: FieldInputProps) {
  return {
    ...spoken(props),
    ...statusOf(props.error),
    ...sizeOf(props.compact),
    autoFocus: props.autoFocus ?? false,
    disabled: props.disabled ?? false,
    needConfirm: false,
    // A day merely pointed at must not stand in the box: what stands there counts on leaving.
    previewValue: false as const,
    style: { width: '100%' },
  }
}

function limits({ field }: FieldInputProps) {
  return {
    ...(field.min && { minDate: dayjs(field.min) }),
    ...(field.max && { maxDate: dayjs(field.max) }),
  }
}
