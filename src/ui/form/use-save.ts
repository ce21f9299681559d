/** Sends a form: checks it first, and puts the server's objections where they belong. */
import { ApiProblem } from '#ui/base/api.ts'
import { fieldWords } from '#ui/base/problem-words.ts'
import { useState } from 'react'
import { withoutBlanks } from './form-values.ts'
import type { Values } from './form-values.ts'
import type { Form } from './use-form.ts'

export interface Save<T> {
  /** The answer, or null where something is wrong; then it is shown. */
  save: (send: (values: Values) => Promise<T>) => Promise<T | null>
  isSaving: boolean
  /** A refusal that is not about single fields, or about fields that the form does not show. */
  problem: ApiProblem | null
  forget: () => void
}

export function useSave<T>(form: Form): Save<T> {
  const [isSaving, setSaving] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const save = async (send: (values: Values) => Promise<T>): Promise<T | null> => {
    setProblem(null)
    if (!form.check()) {
      focusFault()
      return null
    }
    setSaving(true)
    try {
      return await send(withoutBlanks(form.values, form.lineFields))
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      const words = fieldWords(error)
      form.show(words)
      if (!isAllShown(form, words)) setProblem(error)
      focusFault()
      return null
    } finally {
      setSaving(false)
    }
  }
  return { save, isSaving, problem, forget: () => setProblem(null) }
}

function isAllShown(form: Form, words: Record<string, string>): boolean {
  const paths = Object.keys(words)
  const shown = new Set(form.fields.map(({ name }) => name))
  return paths.length > 0 && paths.every((path) => shown.has(path.split('.')[0] ?? ''))
}

/** Once it is marked, the first faulty control gets the cursor. */
function focusFault(): void {
  requestAnimationFrame(() => {
    const faulty = document.querySelector<HTMLElement>('.field [aria-invalid="true"]')
    faulty?.focus()
    const grid = faulty ? null : document.querySelector('.grid-faults')
    grid?.scrollIntoView({ block: 'center' })
  })
}
