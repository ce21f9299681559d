/** The company itself: names, address, tax number, currency, time zone, language. */
import { countries } from '#kernel/text/country.ts'
import { api } from '#ui/base/api.ts'
import type { ApiProblem } from '#ui/base/api.ts'
import { useT } from '#ui/base/house.tsx'
import type { Translate } from '#ui/base/house.tsx'
import { Panel } from '#ui/base/page.tsx'
import { useUndoMessage } from '#ui/base/undo-message.tsx'
import { Waiting } from '#ui/base/waiting.tsx'
import '#ui/base/empty.css'
import { FormField } from '#ui/form/form-field.tsx'
import { ProblemNotice } from '#ui/form/problem-notice.tsx'
import { SaveKeys } from '#ui/form/save-keys.tsx'
import { useForm } from '#ui/form/use-form.ts'
import { useSave } from '#ui/form/use-save.ts'
import { localeNames } from '#ui/shell/locales.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo, type ReactNode } from 'react'
import { askedField } from './asked-field.ts'
import { SingleRecords } from './single-records.tsx'
import { usePreferences } from '#ui/base/preferences-context.tsx'

export type CompanyAnswer = Record<string, unknown>

export function useCompany() {
  return useQuery<CompanyAnswer, ApiProblem>({
    queryKey: ['company'],
    queryFn: () => api.get<CompanyAnswer>('/api/company'),
  })
}

export function Company() {
  const company = useCompany()
  if (company.error) return <ProblemNotice problem={company.error} />
  if (!company.data) return <Waiting />
  return (
    <>
      <CompanyForm company={company.data} actions={<GuideLink />} />
      <SingleRecords />
    </>
  )
}

/** The guide of the first day, whenever one wants it again. */
function GuideLink() {
  const t = useT()
  return (
    <Link to="/begin/{-$step}" className="way">
      {t('Set-up guide')}
    </Link>
  )
}

interface CompanyFormProps {
  company: CompanyAnswer
  /** Beside the button that saves. */
  actions?: ReactNode
  saveLabel?: string
  onSaved?: () => void
}

export function CompanyForm({ company, actions, saveLabel, onSaved }: CompanyFormProps) {
  const t = useT()
  const queries = useQueryClient()
  const { showDone } = useUndoMessage()
  const fields = useCompanyFields()
  const form = useForm({ fields, base: company, titles: {} })
  const { save, isSaving, problem } = useSave<CompanyAnswer>(form)
  const submit = async () => {
    const done = await save((values) => {
      const given = Object.fromEntries(fields.map(({ name }) => [name, values[name] ?? null]))
      return api.patch<CompanyAnswer>('/api/company', given)
    })
    if (!done) return
    showDone(t('Saved'))
    onSaved?.()
    await queries.invalidateQueries()
  }
  return (
    <Panel
      title={t('Company')}
      actions={
        <>
          {actions}
          <Button type="primary" loading={isSaving} onClick={submit}>
            {saveLabel ?? t('Save')}
          </Button>
        </>
      }
    >
      <SaveKeys onSave={submit}>
        <ProblemNotice problem={problem} />
        <div className="form-fields">
          {fields.map((field) => (
            <FormField key={field.name} form={form} field={field} />
          ))}
        </div>
      </SaveKeys>
    </Panel>
  )
}

function useCompanyFields() {
  const t = useT()
  const { locale } = usePreferences()
  return useMemo(() => {
    const free = { required: false }
    return [
      askedField('name', 'text', t('Name'), { maxLength: 120 }),
      askedField('legalName', 'text', t('Registered name'), free),
      askedField('taxId', 'text', t('Tax number'), free),
      askedField('phone', 'phone', t('Telephone'), free),
      askedField('email', 'email', t('E-mail'), free),
      askedField('website', 'url', t('Website'), free),
      askedField('country', 'choice', t('Country'), { options: countryOptions(locale) }),
      askedField('currency', 'currency', t('Currency of the books')),
      askedField('timeZone', 'choice', t('Time zone'), { options: timeZones() }),
      askedField('locale', 'choice', t('Language'), { options: languages() }),
      askedField('address', 'address', t('Address'), free),
    ].map((field) => withHelp(field, t))
  }, [t, locale])
}

function withHelp(field: ReturnType<typeof askedField>, t: Translate) {
  if (field.name === 'legalName') return { ...field, help: t('As it stands on printed forms.') }
  if (field.name === 'currency') {
    return { ...field, help: t('Amounts in other currencies are converted to this one.') }
  }
  return field
}

function countryOptions(locale: string) {
  return countries(locale).map(({ code, name }) => ({ value: code, label: name }))
}

function timeZones() {
  return Intl.supportedValuesOf('timeZone').map((value) => ({
    value,
    label: value.replaceAll('_', ' '),
  }))
}

function languages() {
  return Object.entries(localeNames).map(([value, label]) => ({ value, label }))
}
