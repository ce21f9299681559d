/** Offers what was typed and never saved. */
import { useT } from '#ui/base/house.tsx'
import { useReader } from '#ui/field/use-reader.ts'
import { formatInstant } from '#kernel/time/format.ts'
import { Button } from 'antd'
import type { KeptDraft } from './use-draft.ts'
import './form.css'

interface DraftNoticeProps {
  draft: KeptDraft
  onTakeUp: () => void
}

export function DraftNotice({ draft, onTakeUp }: DraftNoticeProps) {
  const t = useT()
  const { locale, timeZone } = useReader()
  if (!draft.offered) return null
  const at = formatInstant(draft.offered.at, locale, { timeZone })
  return (
    <div className="form-notice is-draft" role="status">
      <span className="grow">{t('You left something unsaved here on {at}.', { at })}</span>
      <Button size="small" type="primary" onClick={onTakeUp}>
        {t('Go on with it')}
      </Button>
      <Button size="small" onClick={draft.discard}>
        {t('Throw it away')}
      </Button>
    </div>
  )
}
