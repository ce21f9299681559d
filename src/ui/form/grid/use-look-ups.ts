/** Asks the server which records the typed and pasted names in lines mean. */
import type { FieldMeta, RefTitles } from '#kernel/http/wire.ts'
import { pickQuery } from '#ui/field/input/use-pick.ts'
import { matchOf } from '#ui/field/value/pick.ts'
import type { Issue } from '#ui/field/value/read-text.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { titleOf } from '../titles.ts'
import type { Line } from './grid-lines.ts'
import { lookUpKey, openLookUps, resolveLookUp } from './look-up.ts'
import type { LookUp } from './look-up.ts'

const AT_ONCE = 4

export interface LookUps {
  /** Why a text could not be resolved, by `lookUpKey`. */
  failed: Record<string, Issue>
}

interface Sink {
  lines: Line[]
  fields: readonly FieldMeta[]
  onFound: (next: (now: Line[]) => Line[]) => void
  onLearn: (titles: RefTitles) => void
}

export function useLookUps(sink: Sink): LookUps {
  const queries = useQueryClient()
  const [failed, fail] = useState<Record<string, Issue>>({})
  const asked = useRef(new Set<string>())
  const latest = useRef(sink)
  useEffect(() => {
    latest.current = sink
  })
  const { lines, fields } = sink
  useEffect(() => {
    const resolve = async (lookUp: LookUp) => {
      const key = lookUpKey(lookUp.field.name, lookUp.text)
      const answer = await queries.fetchQuery(pickQuery(lookUp.field, lookUp.text))
      asked.current.delete(key)
      const match = matchOf(lookUp.text, answer.options)
      const now = latest.current
      if ('rule' in match) return fail((before) => ({ ...before, [key]: match }))
      now.onLearn(titleOf(lookUp.field, match))
      now.onFound((lines) => resolveLookUp(lines, lookUp, match, now.fields))
    }
    const open = openLookUps(lines, fields).filter(({ field, text }) => {
      const key = lookUpKey(field.name, text)
      return !failed[key] && !asked.current.has(key)
    })
    for (const lookUp of open.slice(0, AT_ONCE - asked.current.size)) {
      const key = lookUpKey(lookUp.field.name, lookUp.text)
      asked.current.add(key)
      resolve(lookUp).catch(() => {
        asked.current.delete(key)
        const issue: Issue = { rule: 'no-match', facts: { text: lookUp.text } }
        fail((before) => ({ ...before, [key]: issue }))
      })
    }
  }, [lines, fields, failed, queries])
  return { failed }
}
