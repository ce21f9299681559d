/** Signs in, and says what the server still needs to know before it lets the person in. */
import { api, ApiProblem } from '#ui/base/api.ts'
import { useT } from '#ui/base/house.tsx'
import { problemWords } from '#ui/base/problem-words.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { wayBack } from './way-back.ts'

export interface Credentials {
  email: string
  password: string
  code?: string
  /** Which of several companies where this e-mail signs in. */
  company?: string
}

interface Company {
  tenant: string
  name: string
}

interface Answer {
  needsCode?: boolean
  needsCompany?: Company[]
}

export type Needs = 'password' | 'code' | 'company'

function useEnter(): () => void {
  const router = useRouter()
  const queries = useQueryClient()
  const { back } = useSearch({ from: '/sign-in' })
  return () => {
    queries.clear()
    router.history.push(wayBack(back))
  }
}

export function useSignIn() {
  const t = useT()
  const enter = useEnter()
  const [needs, setNeeds] = useState<Needs>('password')
  const [companies, setCompanies] = useState<Company[]>([])
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const submit = async (given: Credentials) => {
    setBusy(true)
    setError(undefined)
    try {
      const body = { ...given, email: given.email.trim() }
      const answer = await api.post<Answer>('/api/session', body)
      setCompanies(answer.needsCompany ?? [])
      if (answer.needsCompany) setNeeds('company')
      else if (answer.needsCode) setNeeds('code')
      else enter()
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) throw failure
      setError(problemWords(failure, t))
    } finally {
      setBusy(false)
    }
  }
  return { needs, companies, isBusy, error, submit }
}
