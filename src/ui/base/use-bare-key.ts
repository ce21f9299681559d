/** One key by itself does something on a page, unless something is being typed. */
import { useEffect, useEffectEvent } from 'react'
import { isBareKey } from './typing.ts'

export function useBareKey(key: string, isOn: boolean, onPress: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== key || !isBareKey(event)) return
    event.preventDefault()
    onPress()
  })
  useEffect(() => {
    if (!isOn) return undefined
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [isOn])
}
