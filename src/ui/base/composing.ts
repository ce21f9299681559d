/** What is typed, without the signs that an input method still composes a word of. */
import { useState } from 'react'

/**
 * The text as it stood before the composing, until the word is confirmed.
 * @returns also what the field, or an element around it, must listen to
 */
export function useComposed(typed: string) {
  const [isComposing, compose] = useState(false)
  const [stood, stand] = useState(typed)
  if (!isComposing && stood !== typed) stand(typed)
  const listening = {
    onCompositionStart: () => compose(true),
    onCompositionEnd: () => compose(false),
  }
  return { composed: isComposing ? stood : typed, listening }
}
