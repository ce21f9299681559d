/** Where an address lies: two numbers, pasted from a map, or the place where one stands. */
import { useT } from '#ui/base/house.tsx'
import { positionText, readPosition } from '#ui/field/value/position-text.ts'
import { IconCurrentLocation } from '@tabler/icons-react'
import { Input } from 'antd'
import { useState } from 'react'

interface PositionInputProps {
  lat: unknown
  lng: unknown
  disabled: boolean
  onChange: (lat: number | undefined, lng: number | undefined) => void
  onLeave: (() => void) | undefined
}

/** Centimetres are more than any device knows. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}

/** The browser tells it to pages that came by a safe way only. */
function canAsk(): boolean {
  return isSecureContext && 'geolocation' in navigator
}

export function PositionInput({ lat, lng, disabled, onChange, onLeave }: PositionInputProps) {
  const t = useT()
  const kept = positionText(lat, lng)
  const [typed, type] = useState<string>()
  const isWrong = typed !== undefined && typed.trim() !== '' && readPosition(typed) === null
  const enter = (text: string) => {
    type(text)
    const position = readPosition(text)
    if (position) onChange(position.lat, position.lng)
    else if (text.trim() === '') onChange(undefined, undefined)
  }
  const takeHere = () => {
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      type(undefined)
      onChange(rounded(coords.latitude), rounded(coords.longitude))
    })
  }
  const hint = t('Latitude and longitude, such as 25.0330, 121.5654')
  return (
    <Input
      className="address-position"
      aria-label={t('Position')}
      placeholder={t('Position')}
      title={hint}
      autoComplete="off"
      disabled={disabled}
      {...(isWrong && { status: 'error' as const, 'aria-invalid': true })}
      value={typed ?? kept}
      onChange={(event) => enter(event.target.value)}
      onBlur={() => {
        if (!isWrong) type(undefined)
        onLeave?.()
      }}
      suffix={
        canAsk() &&
        !disabled && (
          <button
            type="button"
            className="position-here"
            aria-label={t('Take where I am now')}
            title={t('Take where I am now')}
            onClick={takeHere}
          >
            <IconCurrentLocation size={16} stroke={1.7} aria-hidden />
          </button>
        )
      }
    />
  )
}
