/** First page of the guide: the company as its papers name it. */
import { useT } from '#ui/base/house.tsx'
import { Waiting } from '#ui/base/waiting.tsx'
import { CompanyForm, useCompany } from '#ui/shell/settings/company.tsx'

export function CompanyStep({ onNext }: { onNext: () => void }) {
  const t = useT()
  const company = useCompany()
  if (!company.data) return <Waiting />
  return (
    <>
      <p className="begin-text">
        {t('Name, address and tax number stand at the head of your quotes, orders and invoices.')}
      </p>
      <CompanyForm company={company.data} saveLabel={t('Save and go on')} onSaved={onNext} />
    </>
  )
}
