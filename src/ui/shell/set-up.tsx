/** The first start: names the company and makes its first administrator. */
import { CURRENCY_CODES } from '#kernel/money/currency.ts'
import { api, ApiProblem } from '#ui/base/api.ts'
import { useT } from '#ui/base/house.tsx'
import { usePreferences } from '#ui/base/preferences-context.tsx'
import { fieldWords, problemWords } from '#ui/base/problem-words.ts'
import { Waiting } from '#ui/base/waiting.tsx'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, useNavigate } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useState, type FormEvent } from 'react'
import { EntranceField } from './entrance-field.tsx'
import { EntranceLanguage, EntranceSheet } from './entrance.tsx'
import { countryNames, homeOf, timeZones } from './set-up-choices.ts'

interface Draft {
  company: string
  country: string
  currency: string
  timeZone: string
  name: string
  email: string
  password: string
}

function useSetUp(draft: Draft) {
  const { locale } = usePreferences()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [problem, setProblem] = useState<ApiProblem>()
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    try {
      await api.post('/api/setup', { ...draft, locale })
      queries.clear()
      await navigate({ to: '/begin/{-$step}' })
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) throw failure
      setProblem(failure)
    } finally {
      setBusy(false)
    }
  }
  return { submit, problem, isBusy }
}

interface PartProps {
  draft: Draft
  change: (changes: Partial<Draft>) => void
  errors: Record<string, string>
}

function CompanyPart({ draft, change, errors }: PartProps) {
  const t = useT()
  const { locale } = usePreferences()
  const countries = countryNames(locale).map(({ code, name }) => ({ value: code, label: name }))
  const currencies = CURRENCY_CODES.map((code) => ({ value: code, label: code }))
  const zones = timeZones().map((zone) => ({ value: zone, label: zone }))
  return (
    <>
      <EntranceField label={t('Company name')} error={errors['company']}>
        <Input
          autoFocus
          value={draft.company}
          onChange={(event) => change({ company: event.target.value })}
        />
      </EntranceField>
      <div className="entrance-pair">
        <EntranceField label={t('Country')} error={errors['country']}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={countries}
            value={draft.country}
            onChange={(country) => change(homeOf(country))}
          />
        </EntranceField>
        <EntranceField label={t('Currency of the books')} error={errors['currency']}>
          <Select
            showSearch
            options={currencies}
            value={draft.currency}
            onChange={(currency) => change({ currency })}
          />
        </EntranceField>
      </div>
      <EntranceField label={t('Time zone')} error={errors['timeZone']}>
        <Select
          showSearch
          options={zones}
          value={draft.timeZone}
          onChange={(timeZone) => change({ timeZone })}
        />
      </EntranceField>
    </>
  )
}

function PersonPart({ draft, change, errors }: PartProps) {
  const t = useT()
  return (
    <>
      <p className="entrance-part">{t('You, the first administrator')}</p>
      <div className="entrance-pair">
        <EntranceField label={t('Your name')} error={errors['name']}>
          <Input
            autoComplete="name"
            value={draft.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        </EntranceField>
        <EntranceField label={t('E-mail')} error={errors['email']}>
          <Input
            type="email"
            autoComplete="email"
            value={draft.email}
            onChange={(event) => change({ email: event.target.value })}
          />
        </EntranceField>
      </div>
      <EntranceField
        label={t('Password')}
        hint={t('At least 10 characters; a sentence is easy to remember.')}
        error={errors['password']}
      >
        <Input.Password
          autoComplete="new-password"
          value={draft.password}
          onChange={(event) => change({ password: event.target.value })}
        />
      </EntranceField>
    </>
  )
}

const blank: Draft = {
  company: '',
  country: 'TW',
  currency: 'TWD',
  timeZone: 'Asia/Taipei',
  name: '',
  email: '',
  password: '',
}

function SetUpForm() {
  const t = useT()
  const [draft, setDraft] = useState(blank)
  const { submit, problem, isBusy } = useSetUp(draft)
  const change = (changes: Partial<Draft>) => setDraft((was) => ({ ...was, ...changes }))
  const errors = fieldWords(problem)
  return (
    <form className="entrance-form" onSubmit={(event) => void submit(event)} noValidate>
      <CompanyPart draft={draft} change={change} errors={errors} />
      <PersonPart draft={draft} change={change} errors={errors} />
      {problem && Object.keys(errors).length === 0 && (
        <div className="entrance-error" role="alert">
          {problemWords(problem, t)}
        </div>
      )}
      <Button type="primary" htmlType="submit" loading={isBusy}>
        {t('Open the house')}
      </Button>
    </form>
  )
}

function SetUpSheet() {
  const t = useT()
  const setup = useQuery({
    queryKey: ['setup'],
    queryFn: () => api.get<{ needed: boolean }>('/api/setup'),
  })
  if (setup.isPending) return <Waiting />
  if (!setup.data?.needed) return <Navigate to="/" replace />
  return (
    <EntranceSheet
      wide
      title={t('Welcome to Shangmai')}
      text={t('A few words about your company, and it is ready. All of it can be changed later.')}
    >
      <SetUpForm />
    </EntranceSheet>
  )
}

export function SetUp() {
  return (
    <EntranceLanguage>
      <SetUpSheet />
    </EntranceLanguage>
  )
}
