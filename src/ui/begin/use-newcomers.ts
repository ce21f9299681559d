/** Adds colleagues one by one and invites them; what fails stays in its line, with the reason. */
import type { WriteAnswer } from '#kernel/http/wire.ts'
import { api, ApiProblem } from '#ui/base/api.ts'
import { newKey } from '#ui/base/key.ts'
import { useT, type Translate } from '#ui/base/house.tsx'
import { fieldWords, problemWords } from '#ui/base/problem-words.ts'
import { refreshAll } from '#ui/base/queries.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { blank, isBlank, withPasted, type Newcomer } from './newcomers.ts'

export interface NewcomerRow extends Newcomer {
  /** Also the key under which the server adds the person once. */
  key: string
  problem?: string
}

export interface Added {
  id: string
  name: string
  email: string
  /** Where the invited person chooses a password. */
  url: string
}

const rowOf = (given: Newcomer = blank): NewcomerRow => ({ ...given, key: newKey() })
const three = () => [rowOf(), rowOf(), rowOf()]

async function addOne({ key, name, email, role }: NewcomerRow): Promise<Added> {
  const values = { name, email, roles: [role], active: true }
  const { row } = await api.post<WriteAnswer>('/api/user', values, { idempotencyKey: key })
  const id = row?.id ?? ''
  const { url } = await api.post<{ url: string }>('/api/invitation', { user: id })
  return { id, name, email, url }
}

function wordsOf(error: unknown, t: Translate): string {
  if (!(error instanceof ApiProblem)) throw error
  const words = Object.values(fieldWords(error))
  return words.length > 0 ? words.join(' ') : problemWords(error, t)
}

export function useNewcomers() {
  const t = useT()
  const queries = useQueryClient()
  const [rows, setRows] = useState(three)
  const [added, setAdded] = useState<Added[]>([])
  const [isBusy, setBusy] = useState(false)
  const change = (key: string, changes: Partial<NewcomerRow>) =>
    setRows((was) => was.map((row) => (row.key === key ? { ...row, ...changes } : row)))
  const paste = (at: number, given: readonly Newcomer[]) =>
    setRows((was) => [...withPasted(was, at, given.map(rowOf)), rowOf()])
  const more = () => setRows((was) => [...was, rowOf()])
  const addRow = async (row: NewcomerRow) => {
    if (row.role === '') return change(row.key, { problem: t('Choose a role.') })
    try {
      const one = await addOne(row)
      setAdded((was) => [...was, one])
      return setRows((was) => was.filter(({ key }) => key !== row.key))
    } catch (error) {
      return change(row.key, { problem: wordsOf(error, t) })
    }
  }
  const addAll = async () => {
    setBusy(true)
    for (const row of rows) if (!isBlank(row)) await addRow(row)
    setRows((was) => (was.length === 0 ? three() : was))
    setBusy(false)
    refreshAll(queries)
  }
  const count = rows.filter((row) => !isBlank(row)).length
  return { rows, added, isBusy, count, change, paste, more, addAll }
}
