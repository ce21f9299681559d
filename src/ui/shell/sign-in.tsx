/** The sign-in page; on a fresh installation it leads to the set-up instead. */
import { api } from '#ui/base/api.ts'
import { useT } from '#ui/base/house.tsx'
import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { EntranceLanguage, EntranceSheet } from './entrance.tsx'
import { SignInForm } from './sign-in-form.tsx'

function SignInSheet() {
  const t = useT()
  const setup = useQuery({
    queryKey: ['setup'],
    queryFn: () => api.get<{ needed: boolean }>('/api/setup'),
  })
  if (setup.data?.needed) return <Navigate to="/setup" replace />
  return (
    <EntranceSheet title={t('Sign in')} text={t('From the first call to money in the bank.')}>
      <SignInForm />
    </EntranceSheet>
  )
}

export function SignIn() {
  return (
    <EntranceLanguage>
      <SignInSheet />
    </EntranceLanguage>
  )
}
