/** The layout as it comes out of the printer, with a record that one picks as the sample. */
import type { EntityMeta, Locale } from '#kernel/http/wire.ts'
import { addressOf, type ApiProblem } from '#ui/base/api.ts'
import { Choices } from '#ui/base/choices.tsx'
import { useT } from '#ui/base/house.tsx'
import { usePreferences } from '#ui/base/preferences-context.tsx'
import { readProblem } from '#ui/base/problem.ts'
import { useList } from '#ui/base/queries.ts'
import { Waiting } from '#ui/base/waiting.tsx'
import { AskedFields } from '#ui/field/asked-fields.tsx'
import { ProblemNotice } from '#ui/form/problem-notice.tsx'
import { useObjectLink } from '#ui/print/object-link.ts'
import { localeNames } from '#ui/shell/locales.ts'
import { askedField } from '#ui/shell/settings/asked-field.ts'
import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useState } from 'react'
import type { Drawing } from './drawing.ts'

export interface UnkeptLayout {
  paper: string
  orientation: string
  drawing: Drawing
}

interface LayoutPreviewProps {
  entity: EntityMeta
  layout: UnkeptLayout
  onClose: () => void
}

export function LayoutPreview({ entity, layout, onClose }: LayoutPreviewProps) {
  const t = useT()
  const [picked, pick] = useState<string | null>(null)
  const [locale, setLocale] = useState<Locale>(usePreferences().locale)
  const newest = useList(entity.name, { limit: 1, columns: [entity.title] })
  const record = picked ?? newest.data?.rows[0]?.id ?? null
  const form = usePreviewed({ ...layout, entity: entity.name, record, locale })
  const link = useObjectLink(form.data)
  const field = askedField('record', 'ref', t('Sample record'), { target: entity.name })
  const hasNone = newest.data?.rows.length === 0
  return (
    <Modal open centered width={900} footer={null} title={t('Preview')} onCancel={onClose}>
      <div className="layout-preview-choice">
        <AskedFields
          className="layout-preview-record"
          fieldClassName="print-option"
          fields={[field]}
          values={{ record }}
          refs={newest.data?.refs ?? {}}
          onChange={({ record: next }) => pick(typeof next === 'string' ? next : null)}
        />
        <Choices<Locale>
          label={t('Language of the form')}
          labelIsUnseen
          options={localeNames}
          value={locale}
          onChange={setLocale}
        />
      </div>
      <ProblemNotice problem={form.error ?? newest.error} />
      {hasNone && <p>{t('There is no such record yet that could be printed.')}</p>}
      {!link && !form.error && !hasNone && <Waiting />}
      {link && (
        <iframe
          className="layout-preview-paper"
          title={t('Preview')}
          src={`${link}#navpanes=0&view=FitH`}
        />
      )}
    </Modal>
  )
}

interface Wish extends UnkeptLayout {
  entity: string
  record: string | null
  locale: Locale
}

function usePreviewed(wish: Wish) {
  return useQuery<Blob, ApiProblem>({
    queryKey: ['print-preview', wish],
    queryFn: async () => {
      const headers = { 'content-type': 'application/json', 'x-shangmai': '1' }
      const body = JSON.stringify(wish)
      const asked = { method: 'POST', headers, body, credentials: 'same-origin' as const }
      const answer = await fetch(addressOf('/api/print-preview', {}), asked)
      if (!answer.ok) throw await readProblem(answer)
      return answer.blob()
    },
    enabled: wish.record !== null,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })
}
