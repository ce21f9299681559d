/** One changed field: what stood there, and what stands there now. */
import { useT } from '#ui/base/house.tsx'
import './action-dialog.css'

interface ChangeLineProps {
  label: string
  before: string
  after: string
}

export function ChangeLine({ label, before, after }: ChangeLineProps) {
  const t = useT()
  return (
    <div className="change">
      <span className="change-field">{label}</span>
      {before !== '' && (
        <>
          <del className="change-before">{before}</del>
          <span aria-hidden>→</span>
        </>
      )}
      <ins className="change-after">{after === '' ? t('(emptied)') : after}</ins>
    </div>
  )
}
