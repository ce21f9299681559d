/** What a key means while a cell is being changed: save and go on, leave, or the control's own. */

/** Where one goes after saving. */
export type Move = 'down' | 'up' | 'right' | 'left' | 'stay'

export interface Pressed {
  key: string
  withShift: boolean
  withCommand: boolean
  /** An input method is still composing: its Enter ends the word, not the cell. */
  isComposing: boolean
  /** A list of choices is open below the control. */
  hasList: boolean
  /** Picking one of the list is all there is to do. */
  isPicked: boolean
  /** Typed words that the control has still to take in, such as a tag. */
  hasWords: boolean
  /** Several lines of text. */
  isLong: boolean
}

export type Meaning = Move | 'leave' | 'own'

export function meaningOf(pressed: Pressed): Meaning {
  const { key, withShift } = pressed
  if (pressed.isComposing || pressed.withCommand) return 'own'
  if (key === 'Tab') return withShift ? 'left' : 'right'
  if (key === 'Escape') return pressed.hasList && !pressed.isPicked ? 'own' : 'leave'
  if (key !== 'Enter' || pressed.hasList || pressed.hasWords) return 'own'
  if (pressed.isLong && withShift) return 'own'
  return withShift ? 'up' : 'down'
}
