/** A comment that is not sent yet, kept on this device with the people whom it mentions. */
import type { Mention } from './comment-mentions.ts'

export interface CommentDraft {
  text: string
  people: Mention[]
}

const home = 'shangmai.comment/'

export function keptComment(key: string): CommentDraft {
  const kept = localStorage.getItem(home + key)
  if (kept === null) return { text: '', people: [] }
  try {
    const { text, people } = JSON.parse(kept) as Partial<CommentDraft>
    return { text: text ?? '', people: people ?? [] }
  } catch {
    // Kept before comments could mention anybody: the text itself.
    return { text: kept, people: [] }
  }
}

/** @returns what was kept */
export function keepComment(key: string, draft: CommentDraft): CommentDraft {
  if (draft.text === '') localStorage.removeItem(home + key)
  else localStorage.setItem(home + key, JSON.stringify(draft))
  return draft
}
