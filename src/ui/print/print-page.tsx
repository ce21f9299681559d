/** A form as it will come out of the printer: look, choose the language, print, download. */
import type { Locale } from '#kernel/http/wire.ts'
import { addressOf, type ApiProblem } from '#ui/base/api.ts'
import { Choices } from '#ui/base/choices.tsx'
import { useHouse, useT } from '#ui/base/house.tsx'
import { usePhone } from '#ui/base/media.ts'
import { Page } from '#ui/base/page.tsx'
import { usePreferences } from '#ui/base/preferences-context.tsx'
import { readProblem } from '#ui/base/problem.ts'
import { Waiting } from '#ui/base/waiting.tsx'
import { ProblemNotice } from '#ui/form/problem-notice.tsx'
import { queryOf } from '#ui/report/report-params.ts'
import { localeNames } from '#ui/shell/locales.ts'
import { IconDownload, IconExternalLink, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useObjectLink } from './object-link.ts'
import { PrintOptionsForm, usualOptions, type PrintOptions } from './print-options.tsx'
import './print.css'

export function PrintPage({ layout, id }: { layout: string; id: string }) {
  const t = useT()
  const phone = usePhone()
  const { entities } = useHouse()
  const [locale, setLocale] = useState<Locale>(usePreferences().locale)
  const frame = useRef<HTMLIFrameElement>(null)
  const meta = Object.values(entities)
    .flatMap(({ prints }) => prints)
    .find(({ name }) => name === layout)
  const [options, setOptions] = useState<PrintOptions>(() => usualOptions(meta))
  const form = usePrinted(layout, id, { ...options, locale })
  const link = useObjectLink(form.data?.pdf)
  const label = meta?.label
  const language = <LanguageChoice value={locale} onChange={setLocale} />
  return (
    <Page
      fills
      title={label ?? t('Print')}
      beside={phone ? undefined : language}
      actions={
        link && (
          <PrintButtons
            link={link}
            name={form.data?.name}
            onPrint={() => frame.current?.contentWindow?.print()}
          />
        )
      }
    >
      {phone && <div className="print-options">{language}</div>}
      {meta && meta.options.length > 0 && (
        <PrintOptionsForm meta={meta} options={options} onChange={setOptions} />
      )}
      <ProblemNotice problem={form.error} />
      {!link && !form.error && <Waiting />}
      {link && phone && (
        <p className="print-open">
          <Button href={link} target="_blank" icon={<IconExternalLink size={16} aria-hidden />}>
            {t('Open the form')}
          </Button>
        </p>
      )}
      {link && (
        <iframe
          ref={frame}
          className="print-frame"
          title={label ?? t('Print')}
          src={`${link}#navpanes=0&view=FitH`}
        />
      )}
    </Page>
  )
}

interface LanguageChoiceProps {
  value: Locale
  onChange: (locale: Locale) => void
}

function LanguageChoice({ value, onChange }: LanguageChoiceProps) {
  const t = useT()
  return (
    <Choices<Locale>
      label={t('Language of the form')}
      labelIsUnseen
      options={localeNames}
      value={value}
      onChange={onChange}
    />
  )
}

interface PrintButtonsProps {
  link: string
  name: string | undefined
  onPrint: () => void
}

function PrintButtons({ link, name, onPrint }: PrintButtonsProps) {
  const t = useT()
  return (
    <>
      <Button href={link} download={name} icon={<IconDownload size={16} aria-hidden />}>
        {t('Download')}
      </Button>
      <Button type="primary" icon={<IconPrinter size={16} aria-hidden />} onClick={onPrint}>
        {t('Print')}
      </Button>
    </>
  )
}

interface Printed {
  pdf: Blob
  name: string
}

function usePrinted(layout: string, id: string, wish: PrintOptions) {
  return useQuery<Printed, ApiProblem>({
    queryKey: ['print', layout, id, wish],
    queryFn: async () => {
      const answer = await fetch(addressOf(`/api/print/${layout}/${id}`, queryOf(wish)), {
        credentials: 'same-origin',
      })
      if (!answer.ok) throw await readProblem(answer)
      return { pdf: await answer.blob(), name: nameOf(answer, layout) }
    },
    staleTime: 0,
  })
}

/** The name that the server gives the file: RFC 5987 first, then the plain one. */
function nameOf(answer: Response, layout: string): string {
  const header = answer.headers.get('content-disposition') ?? ''
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header)?.[1]
  if (encoded) return decodeURIComponent(encoded)
  return /filename="([^"]+)"/i.exec(header)?.[1] ?? `${layout}.pdf`
}
